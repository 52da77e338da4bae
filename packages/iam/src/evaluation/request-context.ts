import { type EpochMillis, type HttpRequest, toEpochSeconds, toRfc3339 } from "@irsa-sim/core";

/**
 * The address from which AWS sees every caller of the simulation, as behind one NAT gateway; from the block reserved for documentation.
 * Differs from AWS: the simulated network has no addresses of its own.
 */
export const CALLER_IP_ADDRESS = "203.0.113.10";

/** What a service knows of a request besides its caller. */
export interface RequestContextInput {
  readonly request: HttpRequest;
  /** The region that was asked. */
  readonly region: string;
  readonly now: EpochMillis;
}

/**
 * The condition keys that every request to AWS has.
 * Leaves out: the keys of VPC endpoints, through which nothing is reached here.
 *
 * @see sts-and-iam.md, sections 5.2 and 6.3
 */
export function requestContext({ request, region, now }: RequestContextInput): readonly (readonly [key: string, values: readonly string[]])[] {
  const userAgent = request.headers["user-agent"];
  return [
    ["aws:CurrentTime", [toRfc3339(now)]],
    ["aws:EpochTime", [String(toEpochSeconds(now))]],
    ["aws:SecureTransport", [String(new URL(request.url).protocol === "https:")]],
    ["aws:RequestedRegion", [region]],
    ["aws:SourceIp", [CALLER_IP_ADDRESS]],
    ...(userAgent === undefined ? [] : ([["aws:UserAgent", [userAgent]]] as const)),
  ];
}
