/** Whether a call is allowed: who calls, from where, on whose resource, and by which policies. */
export { type AuthorizedCall, authorizeCall, type ResourceOwner, vpcEndpointPolicyOf } from "./authorization/authorize-call.js";
export { accountOf, principalsOf } from "./authorization/caller-names.js";
export { type ConditionKeys, toContext } from "./authorization/condition-keys.js";
export { organizationContext, type RequestContextInput, requestContext } from "./authorization/request-context.js";
