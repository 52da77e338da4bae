import { bodyText, NetworkError, type Span } from "@irsa-sim/core";
import type { CallResult } from "../call-result.js";
import type { SdkChain } from "../chains/chain.js";
import { findAttempts } from "../retry/decide-retry.js";
import type { ObjectCall, SdkClientOptions, SdkCredentials } from "../sdk-client.js";
import { signRequest } from "../signing/sign-request.js";
import { readS3Error } from "../sts/read-sts-answer.js";
import { decideS3Url } from "./decide-s3-url.js";

/** What is called, and as whom. */
export interface S3Call {
  readonly chain: SdkChain;
  /** `null` for the host without one. */
  readonly region: string | null;
  readonly call: ObjectCall;
  /** `null`: the request goes out unsigned. */
  readonly credentials: SdkCredentials | null;
}

/** Which region signatures name where no region is known. */
const GLOBAL_REGION = "us-east-1";

/** Calls S3 with a request to the bucket's own host name. */
export async function callS3(
  { network, tls, clock, environment }: SdkClientOptions,
  { chain, region, call, credentials }: S3Call,
  span: Span,
): Promise<CallResult> {
  const work = span.enter("Call S3", { step: 9, actor: "sdk" });
  const unsigned = { method: "GET", url: decideS3Url({ rules: chain.client, environment, region, call }), headers: {}, body: "" };
  const request =
    credentials === null ? unsigned : await signRequest({ request: unsigned, service: "s3", region: region ?? GLOBAL_REGION, credentials, at: clock.now() });
  try {
    const response = await network.send(request, work, { name: "GetObject", tls });
    const body = bodyText(response);
    if (response.status === 200) return { ok: true, status: 200, body };
    const wire = { ...readS3Error(body), status: response.status };
    return { ok: false, error: { code: wire.code, message: wire.message, wire, details: { bucketRegion: response.headers["x-amz-bucket-region"] ?? null } } };
  } catch (error) {
    if (!(error instanceof NetworkError)) throw error;
    const unanswered = { method: "GET", url: request.url, error };
    const message = chain.texts.serviceUnanswered?.(unanswered, findAttempts(chain.retry, environment)) ?? error.message;
    return { ok: false, error: { code: error.code, message, wire: null, details: { unanswered } } };
  }
}
