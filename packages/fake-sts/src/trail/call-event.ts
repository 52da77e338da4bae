import type { JsonObject } from "@irsa-sim/core";
import type { CloudTrailCall } from "@irsa-sim/iam";
import type { StsCall } from "../actions/sts-action.js";

/** What all events of STS have in common. */
export function callEvent({ sts, request, query, requestId }: StsCall, userIdentity: JsonObject) {
  const endpointType = new URL(request.url).hostname.startsWith(`sts.${sts.region}.`) ? "regional" : "global";
  return {
    eventSource: "sts.amazonaws.com",
    eventName: query.action ?? "",
    userIdentity,
    request,
    requestId,
    region: sts.region,
    additionalEventData: { RequestDetails: { awsServingRegion: sts.region, endpointType } },
    readOnly: true,
  } satisfies Partial<CloudTrailCall>;
}
