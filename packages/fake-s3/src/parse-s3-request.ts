import type { HttpRequest } from "@irsa-sim/core";
import { FAULTS } from "./s3-fault.js";

/** What a request to S3 names. */
export interface S3Target {
  /** Empty for the service itself. */
  readonly bucket: string;
  /** Empty for the bucket itself. */
  readonly key: string;
  readonly query: URLSearchParams;
}

/**
 * Reads bucket and key, from the host name or, in path style, from the path.
 *
 * @throws {S3Fault} `InvalidURI` when the path is not UTF-8 behind its percent signs
 */
export function parseS3Request(request: HttpRequest): S3Target {
  const { hostname, pathname, searchParams: query } = new URL(request.url);
  const bucket = /^(.+)\.s3(?:\.[^.]+)?\.amazonaws\.com(?:\.cn)?$/.exec(hostname)?.[1];
  const path = pathname.slice(1).split("/").map(decode).join("/");
  if (bucket !== undefined) return { bucket, key: path, query };
  const [first = "", ...rest] = path.split("/");
  return { bucket: first, key: rest.join("/"), query };
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch (error) {
    if (error instanceof URIError) throw FAULTS.invalidUri();
    throw error;
  }
}
