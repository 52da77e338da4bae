/** IAM: accounts, OIDC providers, roles, sessions, request authentication, and policy evaluation with reasons. */
export type { Account, Iam, OpenIdConnectProvider, Role, StoredPolicy, User } from "./accounts/account.js";
export { createIam, type IamOptions } from "./accounts/create-iam.js";
export { type CallerPolicies, findCallerPolicies } from "./accounts/find-caller-policies.js";
export { createAuthenticate } from "./authentication/authenticate.js";
export type { Authenticate, Authentication, AuthenticationInput, AuthenticationProblem, Caller } from "./authentication/authentication.js";
export { type AuthorizationDecision, authorize } from "./evaluation/authorize.js";
export type { ElementResult, PolicyDecision, PolicyRequest, StatementElement, StatementResult } from "./evaluation/decision.js";
export { evaluatePolicies } from "./evaluation/evaluate-policies.js";
export { findTrustPolicyMistakes } from "./findings/find-trust-policy-mistakes.js";
export type { TrustPolicyContext, TrustPolicyMistake } from "./findings/trust-policy-mistake.js";
export { findPolicyProblem } from "./grammar/find-policy-problem.js";
export { createIamQueryApi } from "./query-api/iam-query-api.js";
export { parseQueryRequest, type QueryRequest, tagParameter } from "./query-api/query-protocol.js";
export { type QueryError, type QueryMember, type QueryResult, renderQueryError, renderQueryResponse } from "./query-api/render-query-response.js";
export { NO_GRANTS, type RoleSession, type SessionGrants, type SessionRequest, type SessionStore } from "./sessions/role-session.js";
export { callerContext } from "./sessions/session-context.js";
export { createSessionStore } from "./sessions/session-store.js";
