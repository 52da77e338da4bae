import type { Caller } from "@irsa-sim/iam";
import { checkRoleArn } from "../checks/02-role-arn.js";
import { checkRegion } from "../checks/03-region.js";
import { checkSessionPolicy } from "../checks/13-session-policy.js";
import { checkDuration } from "../checks/15-duration.js";
import type { CheckContext } from "../checks/check-context.js";
import { checkAssumeRoleParameters } from "./01-parameters.js";
import { checkSessionTags } from "./04-session-tags.js";
import { type AuthorizationChecked, checkAuthorization } from "./06-authorization.js";
import { checkRoleChaining } from "./08-role-chaining.js";

/**
 * AssumeRole as a list of checks; the first that fails ends it. Those without a number of their own here are AssumeRoleWithWebIdentity's.
 *
 * @throws {StsFault} what the caller is told
 * @see sts-and-iam.md, sections 1.6, 2.2 and 2.3
 */
export function runAssumeRoleChecks(start: CheckContext & { readonly caller: Caller }): AuthorizationChecked {
  const parameters = checkAssumeRoleParameters(start);
  const roleArn = checkRoleArn(parameters);
  const region = checkRegion(roleArn);
  const tags = checkSessionTags(region);
  const sessionPolicy = checkSessionPolicy({ ...tags, policyAccount: tags.roleArn.account });
  const authorized = checkAuthorization(sessionPolicy);
  const duration = checkDuration(authorized);
  return checkRoleChaining(duration);
}
