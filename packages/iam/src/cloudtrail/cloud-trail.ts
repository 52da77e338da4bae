/**
 * CloudTrail: what it would say of a call, as a note `cloudtrail.event` in the trace. Tokens and secrets never stand in it.
 * Leaves out: delivery to a bucket, data events of S3 objects unless a service records them itself, insights.
 * @see sts-and-iam.md, section 9.2
 */
import { type Clock, type HttpRequest, type Json, type JsonObject, networkPathOf, type Random, type Span, toRfc3339 } from "@irsa-sim/core";

/** What a service tells of a call that it answered. */
export interface CloudTrailCall {
  /** `sts.amazonaws.com`. */
  readonly eventSource: string;
  /** `AssumeRoleWithWebIdentity`. */
  readonly eventName: string;
  readonly userIdentity: JsonObject;
  readonly request: HttpRequest;
  /** As the caller was told. */
  readonly requestId: string;
  readonly region: string;
  /** The account in whose trail the event stands. */
  readonly recipientAccountId: string;
  readonly requestParameters: JsonObject | null;
  readonly responseElements: JsonObject | null;
  /** Of a call that was refused. */
  readonly error: { readonly code: string; readonly message: string } | null;
  readonly additionalEventData?: JsonObject;
  readonly resources?: readonly JsonObject[];
  readonly readOnly: boolean;
}

/** The trail of all accounts. */
export interface CloudTrail {
  record(call: CloudTrailCall, span: Span): void;
}

/** Creates the trail; times come from `clock`, event ids from `random`. */
export function createCloudTrail({ clock, random }: { readonly clock: Clock; readonly random: Random }): CloudTrail {
  return {
    record: (call, span) => span.note("cloudtrail.event", describe(call, { eventTime: toRfc3339(clock.now()), eventID: random.uuid() })),
  };
}

/** In the order in which CloudTrail writes the members. */
function describe(call: CloudTrailCall, { eventTime, eventID }: { readonly eventTime: string; readonly eventID: string }): JsonObject {
  const host = new URL(call.request.url).host;
  const { sourceIp, vpcEndpointId } = networkPathOf(call.request);
  return {
    eventVersion: "1.08",
    userIdentity: call.userIdentity,
    eventTime,
    eventSource: call.eventSource,
    eventName: call.eventName,
    awsRegion: call.region,
    sourceIPAddress: sourceIp,
    userAgent: call.request.headers["user-agent"] ?? "-",
    ...(call.error === null ? {} : { errorCode: call.error.code, errorMessage: call.error.message }),
    requestParameters: call.requestParameters,
    responseElements: call.responseElements,
    ...(call.additionalEventData === undefined ? {} : { additionalEventData: call.additionalEventData }),
    requestID: call.requestId,
    eventID,
    readOnly: call.readOnly,
    ...(call.resources === undefined ? {} : { resources: call.resources as Json }),
    eventType: "AwsApiCall",
    managementEvent: true,
    recipientAccountId: call.recipientAccountId,
    ...(vpcEndpointId === null ? {} : { vpcEndpointId }),
    eventCategory: "Management",
    tlsDetails: { tlsVersion: "TLSv1.3", cipherSuite: "TLS_AES_128_GCM_SHA256", clientProvidedHostHeader: host },
  };
}
