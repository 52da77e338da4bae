import { dnsSuffixOf, type HttpRequest, type Span } from "@irsa-sim/core";
import type { Bucket } from "../bucket.js";
import type { S3Target } from "../parse-s3-request.js";
import { FAULTS, wrongRegion } from "../s3-fault.js";
import { decideRegion } from "./decide-region.js";
import { regionOfHost } from "./region-of-host.js";

/** A request before anything is known of its caller. */
export interface UncheckedRequest {
  readonly request: HttpRequest;
  readonly target: S3Target;
  readonly buckets: ReadonlyMap<string, Bucket>;
  readonly span: Span;
}

/** Where a host without a region leads when no bucket is named that exists. */
const DEFAULT_REGION = "us-east-1";

/**
 * The region in which a request is answered: the bucket's, or the one that was asked where no bucket is named that exists.
 *
 * @throws {S3Fault} `PermanentRedirect`, `AuthorizationHeaderMalformed` or `IllegalLocationConstraintException`
 */
export function checkRegion({ request, target, buckets, span }: UncheckedRequest): string {
  const asked = regionOfHost(new URL(request.url).hostname);
  const bucket = buckets.get(target.bucket);
  if (bucket === undefined) return asked ?? DEFAULT_REGION;
  const { name, region } = bucket;
  const signed =
    /Credential=[^/,\s]+\/\d+\/([^/,\s]+)\//.exec(request.headers.authorization ?? "")?.[1] ?? target.query.get("X-Amz-Credential")?.split("/")[2] ?? null;
  const { act } = decideRegion({ asked, signed, bucket: region });
  if (act === "here") return region;
  span.check({
    check: "s3.region",
    title: act === "malformed" ? "signed for the bucket's region" : "asked in the bucket's region",
    passed: false,
    expected: { value: region, from: { file: `bucket/${name}/region` } },
    actual: { value: (act === "malformed" ? signed : asked) ?? "none", from: { file: "request", pointer: act === "malformed" ? "authorization" : "host" } },
    reason: act === "malformed" ? "wrong-region" : act,
  });
  if (act === "malformed") throw wrongRegion({ signed: signed ?? "", expected: region });
  if (act === "incompatible") throw FAULTS.incompatibleLocation(region);
  throw FAULTS.permanentRedirect(name, region, `${name}.s3.${region}.${dnsSuffixOf(region)}`);
}
