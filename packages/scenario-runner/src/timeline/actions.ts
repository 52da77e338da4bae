/** Everything that a timeline can let happen; one folder each. */
import type { ActionDefinition } from "./action-definition.js";
import { advance } from "./advance/index.js";
import { annotate } from "./annotate/index.js";
import { apply } from "./apply/index.js";
import { associate } from "./associate/index.js";
import { call } from "./call/index.js";
import { deletion } from "./delete/index.js";
import { exit } from "./exit/index.js";
import { fault } from "./fault/index.js";
import { iam } from "./iam/index.js";
import { read } from "./read/index.js";
import { reconcile } from "./reconcile/index.js";
import { requestToken } from "./request-token/index.js";
import { restart } from "./restart/index.js";
import { rotateIssuerKey } from "./rotate-issuer-key/index.js";

/** The actions, in the order in which messages and pages name them. */
export const ACTIONS: readonly ActionDefinition[] = [
  apply,
  annotate,
  deletion,
  call,
  advance,
  exit,
  fault,
  read,
  reconcile,
  restart,
  rotateIssuerKey,
  iam,
  associate,
  requestToken,
];
