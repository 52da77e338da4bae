import { extend, type JsonObject } from "@irsa-sim/core";
import type { CloudTrailCall, SessionGrants } from "@irsa-sim/iam";
import type { StsCall } from "../actions/sts-action.js";
import type { RoleArn } from "../parameters/parse-role-arn.js";
import { callEvent } from "./call-event.js";

/** What is known when a role was assumed, or not. */
interface RoleEventInput {
  readonly userIdentity: JsonObject;
  readonly roleArn: RoleArn;
  readonly grants: Pick<SessionGrants, "tags" | "transitiveTagKeys" | "sourceIdentity">;
  readonly error: CloudTrailCall["error"];
  readonly responseElements: JsonObject | null;
}

/**
 * The event of a role that somebody assumes, which stands in the trail of the role's account. What the caller did not send is not in it.
 *
 * @see sts-and-iam.md, section 9.2
 */
export function roleEvent(call: StsCall, { userIdentity, roleArn, grants, error, responseElements }: RoleEventInput): CloudTrailCall {
  const sent = (name: string): string | null => call.query.parameters.get(name) ?? null;
  const { tags, transitiveTagKeys, sourceIdentity } = grants;
  const requestParameters = {
    roleArn: roleArn.arn,
    roleSessionName: sent("RoleSessionName"),
    ...(sent("DurationSeconds") === null ? {} : { durationSeconds: Number(sent("DurationSeconds")) }),
    ...(sent("ExternalId") === null ? {} : { externalId: sent("ExternalId") }),
    ...(sent("Policy") === null ? {} : { policy: sent("Policy") }),
    ...(tags.size === 0 ? {} : { principalTags: Object.fromEntries(tags) }),
    ...(transitiveTagKeys.length === 0 ? {} : { transitiveTagKeys }),
    ...(sourceIdentity === null ? {} : { sourceIdentity }),
  };
  return extend(callEvent(call, userIdentity), {
    recipientAccountId: roleArn.account,
    requestParameters,
    responseElements,
    error,
    resources: [{ accountId: roleArn.account, type: "AWS::IAM::Role", ARN: roleArn.arn }],
  });
}
