import type { AccountId, Arn } from "@irsa-sim/core";
import type { Caller, FederatedUser, StoredPolicy, User } from "@irsa-sim/iam";
import { checkSessionPolicy } from "../checks/13-session-policy.js";
import { requireConstraints, requiredParameter } from "../checks/require-constraints.js";
import { ACTION_CONSTRAINTS } from "../parameters/action-constraints.js";
import { parseInt32 } from "../parameters/parse-int32.js";
import { credentialsResult } from "../wire/credentials-result.js";
import { requireAllow } from "./require-allow.js";
import { requireLongLivedKey } from "./require-long-lived-key.js";
import type { StsCall, StsResult } from "./sts-action.js";

const DEFAULT_DURATION_SECONDS = 43_200;

/**
 * Temporary credentials for somebody a user vouches for; without a policy passed along they may do nothing.
 * Leaves out: tags.
 *
 * @throws {StsFault} `ValidationError`, `MalformedInput`, `MalformedPolicyDocument`, `PackedPolicyTooLarge` or `AccessDenied`
 * @see sts-and-iam.md, section 1.6
 */
export async function getFederationToken(call: StsCall, caller: Caller): Promise<StsResult> {
  requireConstraints(call, ACTION_CONSTRAINTS.GetFederationToken);
  const user = requireLongLivedKey(call, caller);
  const { sessionPolicies, packedPolicySize } = checkSessionPolicy({ ...call, sessionClaims: { tags: new Map() }, policyAccount: accountOf(user) });
  const federatedUser = describe(user, requiredParameter(call, "Name"), sessionPolicies ?? []);
  requireAllow(call, caller, { action: "sts:GetFederationToken", resource: federatedUser.arn });
  const durationSeconds = parseInt32(call.query.parameters.get("DurationSeconds") ?? "") ?? DEFAULT_DURATION_SECONDS;
  const session = await call.sts.sessions.issueForUser({ user, federatedUser, durationSeconds });
  return {
    Credentials: credentialsResult(session),
    FederatedUser: { FederatedUserId: federatedUser.id, Arn: federatedUser.arn },
    PackedPolicySize: packedPolicySize ?? 0,
  };
}

function describe(user: User, name: string, policies: readonly StoredPolicy[]): FederatedUser {
  const account = accountOf(user);
  return { arn: `arn:${user.arn.split(":")[1]}:sts::${account}:federated-user/${name}` as Arn, id: `${account}:${name}`, policies };
}

function accountOf({ arn }: User): AccountId {
  return arn.split(":")[4] as AccountId;
}
