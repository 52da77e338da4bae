import type { EpochMillis, HttpRequest } from "@irsa-sim/core";
import type { Authorization } from "./parse-authorization.js";

/** A request with a readable SigV4 signature, in its header or its query string. */
export interface SignedRequest {
  readonly authorization: Authorization;
  /** `X-Amz-Date`, or `Date`. */
  readonly signedAt: EpochMillis;
  /** `X-Amz-Security-Token`; `null` when there is none. */
  readonly sessionToken: string | null;
  /** How long a presigned URL is good, in seconds; `null` for a signature in the header. */
  readonly expiresSeconds: number | null;
  readonly request: HttpRequest;
}
