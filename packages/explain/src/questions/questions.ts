import { accessDenied } from "./access-denied.js";
import { annotated } from "./annotated.js";
import { askedSts } from "./asked-sts.js";
import { condition } from "./condition.js";
import { defaultChain } from "./default-chain.js";
import { eksIssuer } from "./eks-issuer.js";
import { forbidden } from "./forbidden.js";
import { oldToken } from "./old-token.js";
import { policyAllows } from "./policy-allows.js";
import { principal } from "./principal.js";
import { providerInAccount } from "./provider-in-account.js";
import type { Question } from "./question.js";
import { roleExists } from "./role-exists.js";
import { sdkKnows } from "./sdk-knows.js";
import { subject } from "./subject.js";
import { tokenAudience } from "./token-audience.js";
import { variables } from "./variables.js";
import { webhookAsked } from "./webhook-asked.js";

/** All of them; where two tell causes apart equally well, the first is asked. */
export const QUESTIONS: readonly Question[] = [
  ...[variables, accessDenied, askedSts, annotated, webhookAsked, defaultChain, sdkKnows],
  ...[subject, condition, principal, roleExists, forbidden, providerInAccount],
  ...[tokenAudience, eksIssuer, policyAllows, oldToken],
];

/** Their ids. */
export const QUESTION_IDS: readonly string[] = QUESTIONS.map(({ id }) => id);
