/** Signs a request as the AWS SDK for JavaScript does, with its own signer. */
import { Sha256 } from "@aws-crypto/sha256-js";
import type { EpochMillis, HttpRequest } from "@irsa-sim/core";
import { SignatureV4 } from "@smithy/signature-v4";

/** What is signed, for whom and when. */
export interface SigningInput {
  readonly request: HttpRequest;
  /** `s3`, `iam`, … */
  readonly service: string;
  readonly region: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string; readonly sessionToken?: string };
  readonly at: EpochMillis;
}

/** The request with SigV4 headers; for S3 with the body's hash as a header too. What has no host to be signed for goes as it is, and is not found. */
export async function signRequest({ request, service, region, credentials, at }: SigningInput): Promise<HttpRequest> {
  if (!URL.canParse(request.url)) return request;
  const url = new URL(request.url);
  const { accessKeyId, secretAccessKey, sessionToken } = credentials;
  const signer = new SignatureV4({
    service,
    region,
    credentials: { accessKeyId, secretAccessKey, ...(sessionToken === undefined ? {} : { sessionToken }) },
    sha256: Sha256,
    uriEscapePath: service !== "s3",
    applyChecksum: service === "s3",
  });
  const signed = await signer.sign(
    {
      method: request.method,
      protocol: url.protocol,
      hostname: url.hostname,
      path: url.pathname,
      query: Object.fromEntries(url.searchParams),
      headers: { host: url.host, ...request.headers },
      body: request.body,
    },
    { signingDate: new Date(at) },
  );
  return { ...request, headers: Object.fromEntries(Object.entries(signed.headers).map(([name, value]) => [name.toLowerCase(), value])) };
}
