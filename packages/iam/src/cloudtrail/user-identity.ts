import { type Json, type JsonObject, toRfc3339 } from "@irsa-sim/core";
import { accountOfArn } from "../accounts/identifiers/account-of-arn.js";
import type { Caller } from "../authentication/authentication.js";

/**
 * A signed request's caller, as CloudTrail's `userIdentity` tells it.
 *
 * @see sts-and-iam.md, section 9.2
 */
export function userIdentity(caller: Caller): JsonObject {
  const accountId = accountOfArn(caller.arn);
  if (caller.kind === "user") {
    const { user, session } = caller;
    const accessKeyId = session?.accessKeyId ?? user.accessKeyId;
    const federatedUser = session?.federatedUser ?? null;
    if (federatedUser !== null) return { type: "FederatedUser", principalId: federatedUser.id, arn: caller.arn, accountId, accessKeyId };
    return { type: "IAMUser", principalId: user.id, arn: caller.arn, accountId, accessKeyId, userName: user.name };
  }
  const { roleId, roleArn, sessionName, accessKeyId, issuedAt, webIdentity, grants } = caller.session;
  return {
    type: "AssumedRole",
    principalId: `${roleId}:${sessionName}`,
    arn: caller.arn,
    accountId,
    accessKeyId,
    sessionContext: {
      sessionIssuer: { type: "Role", principalId: roleId, arn: roleArn, accountId, userName: roleArn.slice(roleArn.lastIndexOf("/") + 1) },
      ...(webIdentity === null ? {} : { webIdFederationData: { federatedProvider: webIdentity.providerArn, attributes: {} } }),
      attributes: { creationDate: toRfc3339(issuedAt), mfaAuthenticated: "false" },
      ...(grants.sourceIdentity === null ? {} : { sourceIdentity: grants.sourceIdentity as Json }),
    },
  };
}
