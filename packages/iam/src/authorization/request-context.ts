import { type EpochMillis, type HttpRequest, networkPathOf, partitionOf, toEpochSeconds, toRfc3339 } from "@irsa-sim/core";
import type { Iam } from "../accounts/account.js";
import type { ConditionKeys } from "./condition-keys.js";

/** What a service knows of a request besides its caller. */
export interface RequestContextInput {
  readonly iam: Iam;
  readonly request: HttpRequest;
  /** The region that was asked. */
  readonly region: string;
  readonly now: EpochMillis;
}

/**
 * The condition keys that every request to AWS has, whoever sends it.
 *
 * @see sts-and-iam.md, sections 5.2 and 6.3; policies.md, item 10
 */
export function requestContext({ iam, request, region, now }: RequestContextInput): ConditionKeys {
  const { "user-agent": userAgent, referer } = request.headers;
  return [
    ["aws:CurrentTime", [toRfc3339(now)]],
    ["aws:EpochTime", [String(toEpochSeconds(now))]],
    ["aws:SecureTransport", [String(new URL(request.url).protocol === "https:")]],
    ["aws:RequestedRegion", [region]],
    ["aws:ViaAWSService", ["false"]],
    ["aws:PrincipalIsAWSService", ["false"]],
    ...networkContext(iam, request),
    ["aws:UserAgent", userAgent === undefined ? [] : [userAgent]],
    ["aws:Referer", referer === undefined ? [] : [referer]],
  ];
}

/** Through a VPC endpoint the public address is not known, but who owns the endpoint is. */
function networkContext(iam: Iam, request: HttpRequest): ConditionKeys {
  const { sourceIp, vpcEndpointId } = networkPathOf(request);
  const endpoint = vpcEndpointId === null ? null : iam.findVpcEndpoint(vpcEndpointId);
  if (endpoint === null) return [["aws:SourceIp", [sourceIp]]];
  const { id, vpcId, accountId, region } = endpoint;
  return [
    ["aws:VpcSourceIp", [sourceIp]],
    ["aws:SourceVpce", [id]],
    ["aws:SourceVpc", [vpcId]],
    ["aws:SourceVpcArn", [`arn:${partitionOf(region)}:ec2:${region}:${accountId}:vpc/${vpcId}`]],
    ["aws:VpceAccount", [accountId]],
    ...organizationContext(iam, accountId, "Vpce"),
  ];
}

/** The organization of an account, as the keys of one kind say it: all accounts stand directly below its root. */
export function organizationContext(iam: Iam, accountId: string, of: "Principal" | "Resource" | "Vpce"): ConditionKeys {
  const id = iam.account(accountId)?.organizationId ?? null;
  if (id === null) return [];
  return [
    [`aws:${of}OrgID`, [id]],
    [`aws:${of}OrgPaths`, [`${id}/r-${id.slice(2, 6)}/`]],
  ];
}
