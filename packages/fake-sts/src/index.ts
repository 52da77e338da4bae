/** STS: AssumeRoleWithWebIdentity as an ordered list of checks. */
export { createSts } from "./create-sts.js";
export type { StsOptions } from "./sts-options.js";
export { ALGORITHMS } from "./token/algorithms.js";
export { GRACE_SECONDS } from "./token/decide-times.js";
