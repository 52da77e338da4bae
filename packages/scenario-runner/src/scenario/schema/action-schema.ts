/** The actions of a timeline, as they are once each says its `kind`; one file each. */

import { list, strictObject, text } from "@irsa-sim/core/schema";
import { z } from "zod";
import { advanceSchema } from "./actions/advance.js";
import { callSchema } from "./actions/call.js";
import { deleteSchema } from "./actions/delete.js";
import { exitSchema } from "./actions/exit.js";
import { faultSchema } from "./actions/fault.js";
import { iamSchema } from "./actions/iam.js";
import { readSchema } from "./actions/read.js";
import { reconcileSchema } from "./actions/reconcile.js";
import { restartSchema } from "./actions/restart.js";
import { rotateIssuerKeySchema } from "./actions/rotate-issuer-key.js";
import { expectationShape } from "./expectation-schema.js";

/** One action. */
export const actionSchema = z.discriminatedUnion("kind", [
  strictObject({
    kind: z.literal("apply"),
    files: list(text("a file"), "a list of files").describe("Kubernetes YAML or JSON files, as for kubectl create -f"),
  }),
  deleteSchema,
  callSchema,
  advanceSchema,
  exitSchema,
  faultSchema,
  readSchema,
  reconcileSchema,
  restartSchema,
  rotateIssuerKeySchema,
  iamSchema,
  strictObject({ kind: z.literal("expect"), ...expectationShape, outcome: expectationShape.outcome.optional() }),
]);

/** The actions that a timeline knows. */
export const ACTION_KINDS = [
  "apply",
  "delete",
  "call",
  "advance",
  "exit",
  "fault",
  "read",
  "reconcile",
  "restart",
  "rotate-issuer-key",
  "iam",
  "expect",
] as const;
