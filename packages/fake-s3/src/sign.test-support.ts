/** Signs requests as the AWS SDK for JavaScript does, for tests. */
import { Sha256 } from "@aws-crypto/sha256-js";
import type { EpochMillis, HttpRequest } from "@irsa-sim/core";
import { SignatureV4 } from "@smithy/signature-v4";

export interface TestSigning {
  readonly method: string;
  readonly url: string;
  readonly region: string;
  readonly service: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string; readonly sessionToken?: string };
  readonly at: EpochMillis;
}

export async function sign({ method, url, region, service, credentials, at }: TestSigning): Promise<HttpRequest> {
  const { host, hostname, pathname } = new URL(url);
  const signer = new SignatureV4({ region, service, credentials, sha256: Sha256, uriEscapePath: false });
  const signed = await signer.sign({ method, protocol: "https:", hostname, path: pathname, headers: { host } }, { signingDate: new Date(at) });
  return { method, url, headers: Object.fromEntries(Object.entries(signed.headers).map(([name, value]) => [name.toLowerCase(), value])), body: "" };
}
