/** The policy language by itself: grammar, evaluation with reasons, the typical mistakes. Knows no account, no request and no session. */

export { type FurtherServices, findKeyProblems, type KeyProblem } from "./condition-keys/find-key-problems.js";
export { GLOBAL_KEYS, type KeySource, SERVICE_KEYS } from "./condition-keys/key-sources.js";
export { type AuthorizationDecision, authorize } from "./evaluation/authorize.js";
export type { ElementResult, PolicyDecision, PolicyRequest, StatementElement, StatementResult } from "./evaluation/decision.js";
export { evaluatePolicies } from "./evaluation/evaluate-policies.js";
export type { StoredPolicy } from "./evaluation/stored-policy.js";
export { findTrustPolicyMistakes } from "./findings/find-trust-policy-mistakes.js";
export type { TrustPolicyContext, TrustPolicyMistake } from "./findings/trust-policy-mistake.js";
export { findConditionProblem } from "./grammar/find-condition-problem.js";
export { findPolicyProblem } from "./grammar/find-policy-problem.js";
