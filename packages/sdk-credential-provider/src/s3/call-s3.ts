import { bodyText, dnsSuffixOf, NetworkError, type Span } from "@irsa-sim/core";
import type { ObjectCall, SdkCallResult, SdkClientOptions, SdkCredentials } from "../sdk-client.js";
import { signRequest } from "../signing/sign-request.js";
import { readS3Error } from "../sts/read-sts-answer.js";

/** What is called, and as whom. */
export interface S3Call {
  readonly region: string;
  readonly call: ObjectCall;
  /** `null`: the request goes out unsigned. */
  readonly credentials: SdkCredentials | null;
}

/** Calls S3 with a request to the bucket's own host name. */
export async function callS3({ network, tls, clock }: SdkClientOptions, { region, call, credentials }: S3Call, span: Span): Promise<SdkCallResult> {
  const work = span.enter("Call S3", { step: 9, actor: "sdk" });
  const path = call.key.split("/").map(encodeURIComponent).join("/");
  const unsigned = { method: "GET", url: `https://${call.bucket}.s3.${region}.${dnsSuffixOf(region)}/${path}`, headers: {}, body: "" };
  const request = credentials === null ? unsigned : await signRequest({ request: unsigned, service: "s3", region, credentials, at: clock.now() });
  try {
    const response = await network.send(request, work, { name: "GetObject", tls });
    const body = bodyText(response);
    if (response.status === 200) return { ok: true, status: 200, body };
    const wire = { ...readS3Error(body), status: response.status };
    return { ok: false, error: { code: wire.code, message: wire.message, wire } };
  } catch (error) {
    if (!(error instanceof NetworkError)) throw error;
    return { ok: false, error: { code: error.code, message: error.message, wire: null } };
  }
}
