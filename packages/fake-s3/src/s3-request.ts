import type { Clock, HttpRequest, Random, Span } from "@irsa-sim/core";
import type { Authenticate, Iam } from "@irsa-sim/iam";
import type { Bucket } from "./bucket.js";
import type { S3Target } from "./parse-s3-request.js";

/** What S3 is made from. */
export interface S3Options {
  readonly region: string;
  readonly iam: Iam;
  readonly authenticate: Authenticate;
  readonly buckets: readonly Bucket[];
  readonly clock: Clock;
  readonly random: Random;
}

/** A request on its way through the checks. */
export interface S3Request {
  readonly options: S3Options;
  readonly request: HttpRequest;
  readonly target: S3Target;
  readonly span: Span;
}
