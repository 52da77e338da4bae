import type { Clock, HttpRequest, HttpResponse, Random, Span } from "@irsa-sim/core";
import type { Authenticate, Caller, ChunkSigning, Iam } from "@irsa-sim/iam";
import type { Bucket, NewBucket } from "./bucket.js";
import type { KmsKey } from "./kms-key.js";
import type { S3Target } from "./parse-s3-request.js";

/** What S3 is made from. */
export interface S3Options {
  readonly iam: Iam;
  readonly authenticate: Authenticate;
  readonly buckets: readonly NewBucket[];
  /** Where buckets are kept, by name, for who looks after them; in a map of its own when absent. */
  readonly store?: Map<string, Bucket>;
  /** That requests may name, beside the buckets' own. */
  readonly kmsKeys?: readonly KmsKey[];
  readonly clock: Clock;
  readonly random: Random;
}

/** S3 at work. */
export interface S3 extends Omit<S3Options, "buckets" | "store"> {
  /** In which the request is answered. */
  readonly region: string;
  /** By name. */
  readonly buckets: Map<string, Bucket>;
}

/** A request on its way through the checks. */
export interface S3Request {
  readonly options: S3;
  readonly request: HttpRequest;
  readonly target: S3Target;
  readonly span: Span;
}

/** A request whose caller is known; `null` for an anonymous one. */
export interface S3Call extends S3Request {
  readonly caller: Caller | null;
  /** For bodies in signed chunks; `null` without a signature in the header. */
  readonly signing: ChunkSigning | null;
}

/** Something that S3 does. */
export type S3Operation = (call: S3Call) => Promise<HttpResponse>;
