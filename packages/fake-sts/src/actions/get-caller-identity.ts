import type { Caller } from "@irsa-sim/iam";
import type { StsResult } from "./sts-action.js";

/**
 * Says who the caller is; nobody needs a permission for it, and none can take it away.
 * Leaves out: root users, who have no keys here.
 *
 * @see sts-and-iam.md, section 1.6
 */
export function getCallerIdentity(_call: unknown, caller: Caller): StsResult {
  return { Arn: caller.arn, UserId: userIdOf(caller), Account: caller.arn.split(":")[4] ?? "" };
}

function userIdOf(caller: Caller): string {
  if (caller.kind === "role-session") return `${caller.session.roleId}:${caller.session.sessionName}`;
  return caller.session?.federatedUser?.id ?? caller.user.id;
}
