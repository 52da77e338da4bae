import { STS_FAULTS } from "../wire/sts-fault.js";
import type { SessionClaimsChecked } from "./11-session-claims.js";
import { fail, pass } from "./check-context.js";

const CLAIM = "https://aws.amazon.com/roles";

/**
 * Where the token names the roles it is good for, the role must be among them; the trust policy is not asked before.
 *
 * @throws {StsFault} `InvalidIdentityToken`
 * @see sts-and-iam.md, sections 3.1 and 7
 */
export function checkRolesClaim(context: SessionClaimsChecked): SessionClaimsChecked {
  const { roles } = context.sessionClaims;
  if (roles === null) return context;
  const outcome = {
    check: "sts.roles-claim",
    title: "roles claim",
    expected: { value: roles.join(", ") || "none", from: { file: "token", pointer: CLAIM } },
    actual: { value: context.roleArn.arn, from: { file: "request", pointer: "RoleArn" } },
  };
  if (!roles.includes(context.roleArn.arn)) throw fail(context, { ...outcome, reason: "role-not-listed" }, STS_FAULTS.roleNotInClaim());
  pass(context, outcome);
  return context;
}
