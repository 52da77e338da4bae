import { askedSts } from "./asked-sts.js";
import { condition } from "./condition.js";
import { eksIssuer } from "./eks-issuer.js";
import { oldToken } from "./old-token.js";
import { policyAllows } from "./policy-allows.js";
import { providerInAccount } from "./provider-in-account.js";
import type { Question } from "./question.js";
import { roleExists } from "./role-exists.js";
import { subject } from "./subject.js";
import { tokenAudience } from "./token-audience.js";
import { variables } from "./variables.js";

/** All of them; where two tell causes apart equally well, the first is asked. */
export const QUESTIONS: readonly Question[] = [
  variables,
  askedSts,
  subject,
  condition,
  roleExists,
  providerInAccount,
  tokenAudience,
  eksIssuer,
  policyAllows,
  oldToken,
];

/** Their ids. */
export const QUESTION_IDS: readonly string[] = QUESTIONS.map(({ id }) => id);
