import type { ClientRules } from "../chains/client-rules.js";
import type { ObjectCall } from "../sdk-client.js";
import { s3Host, variantsOf } from "../sts/endpoint-variants.js";
import { findEndpoint } from "../sts/find-endpoint.js";

/** What the URL is made from. */
export interface S3UrlInput {
  readonly rules: ClientRules;
  readonly environment: Readonly<Record<string, string>>;
  /** `null` for the host without one. */
  readonly region: string | null;
  readonly call: ObjectCall;
}

/** The object's URL: the bucket is a part of the host's name, except under an endpoint of one's own that is an address. */
export function decideS3Url({ rules, environment, region, call }: S3UrlInput): string {
  const path = `${call.key.split("/").map(encodeURIComponent).join("/")}${rules.query}`;
  const endpoint = findEndpoint(environment, rules.endpointVariables);
  if (endpoint !== null) {
    const { protocol, hostname, host } = new URL(endpoint);
    const isInPath = /^(\d+(\.\d+){3}|\[.*\])$/.test(hostname) || (rules.pathStyle === "addresses-and-localhost" && hostname === "localhost");
    return isInPath ? `${protocol}//${host}/${call.bucket}/${path}` : `${protocol}//${call.bucket}.${host}/${path}`;
  }
  const variants = rules.knowsVariants === false ? variantsOf({}) : variantsOf(environment);
  const isGlobal = region === null || (region === "us-east-1" && rules.usEast1IsGlobal && !variants.fips && !variants.dualStack);
  const host = isGlobal ? "s3.amazonaws.com" : s3Host(region, variants);
  return `https://${call.bucket}.${host}/${path}`;
}
