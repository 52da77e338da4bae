import { annotated } from "./annotated.js";
import { defaultChain } from "./default-chain.js";
import { eksIssuer } from "./eks-issuer.js";
import { forbiddenBy } from "./forbidden-by.js";
import { oldToken } from "./old-token.js";
import { policyAllows } from "./policy-allows.js";
import { providerInAccount } from "./provider-in-account.js";
import type { Question } from "./question.js";
import { stsSays } from "./sts-says.js";
import { tokenAudience } from "./token-audience.js";
import { trustPolicy } from "./trust-policy.js";
import { variables } from "./variables.js";
import { webIdentity } from "./web-identity.js";
import { webhookAsked } from "./webhook-asked.js";

/** All of them; where two tell causes apart equally well, the first is asked. */
export const QUESTIONS: readonly Question[] = [
  ...[variables, stsSays, annotated, trustPolicy, webhookAsked, defaultChain, webIdentity],
  ...[providerInAccount, tokenAudience, eksIssuer, policyAllows, oldToken, forbiddenBy],
];

/** What may be answered, by question's id. */
export const ANSWERS_BY_QUESTION: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  QUESTIONS.map(({ id, answers }) => [id, Object.keys(answers)]),
);
