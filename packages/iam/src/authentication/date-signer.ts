import type { EpochMillis } from "@irsa-sim/core";
import { SignatureV4 } from "@smithy/signature-v4";
import { sha256Hex } from "./sign-chunk.js";

/** A message as the signer takes it. */
type SignerRequest = Parameters<SignatureV4["presign"]>[0];

/** What is signed, when and for where. */
export interface DateSigningInput {
  /** With nothing but the headers that were signed. */
  readonly request: SignerRequest;
  /** Content of the body. */
  readonly body: Uint8Array;
  readonly signedAt: EpochMillis;
  /** `20260105/eu-west-1/sts/aws4_request`. */
  readonly scope: string;
}

/** The SDK's signer for requests whose time stands in `Date`, a header that it would take away and write anew as `X-Amz-Date`. */
export class DateSigner extends SignatureV4 {
  /** The signature in hex. */
  async signatureOf({ request, body, signedAt, scope }: DateSigningInput): Promise<string> {
    const signingDate = new Date(signedAt);
    const payloadHash = request.headers["x-amz-content-sha256"] ?? sha256Hex(body);
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, value.trim().replaceAll(/\s+/g, " ")]));
    const canonical = this.createCanonicalRequest(request, headers, payloadHash);
    const toSign = await this.createStringToSign(this.formatDate(signingDate).longDate, scope, canonical, "AWS4-HMAC-SHA256");
    return this.sign(toSign, { signingDate });
  }
}
