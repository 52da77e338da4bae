import { namespace, strictObject, text } from "@irsa-sim/core/schema";
import { z } from "zod";

/** Somebody makes, changes or deletes an association of EKS Pod Identity. */
export const associateSchema = strictObject({
  namespace: namespace.default("default"),
  serviceAccount: text("the service account's name").describe("name of the service account"),
  role: text("a role's name").optional().describe("name of the role that pods of the service account get by EKS Pod Identity"),
  off: z.literal(true, { error: "true" }).optional().describe("deletes the association"),
}).refine(({ role, off }) => (role === undefined) !== (off === undefined), { error: "either role or off", when: ({ issues }) => issues.length === 0 });
