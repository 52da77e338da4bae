import { Sha256 } from "@aws-crypto/sha256-js";
import { bodyBytes, type EpochMillis, type HttpRequest } from "@irsa-sim/core";
import type { SignatureV4 } from "@smithy/signature-v4";
import { percentEncode } from "../encoding/percent-encode.js";
import { DateSigner } from "./date-signer.js";
import { type Authorization, parseAuthorization } from "./parse-authorization.js";

/** What a signature is computed from. */
export interface SignatureInput {
  readonly request: HttpRequest;
  readonly authorization: Authorization;
  readonly signedAt: EpochMillis;
  /** `null` for a signature in the header. */
  readonly expiresSeconds: number | null;
  readonly secretAccessKey: string;
}

/**
 * The signature that `secretAccessKey` gives over exactly the headers that the client signed, in hex. The payload's hash is
 * `x-amz-content-sha256` where that is signed, else SHA-256 of the body; whether the hash is true of the body is the service's question.
 *
 * @see sts-and-iam.md, section 8.1
 */
export async function computeSignature({ request, authorization, signedAt, expiresSeconds, secretAccessKey }: SignatureInput): Promise<string> {
  const { accessKeyId, region, service, signedHeaders } = authorization;
  // A token in the query is part of what is signed there.
  const tokenInQuery = expiresSeconds === null ? null : new URL(request.url).searchParams.get("X-Amz-Security-Token");
  const signer = new DateSigner({
    credentials: { accessKeyId, secretAccessKey, ...(tokenInQuery === null ? {} : { sessionToken: tokenInQuery }) },
    region,
    service,
    sha256: Sha256,
    uriEscapePath: service !== "s3",
    applyChecksum: false,
  });
  if (expiresSeconds !== null) return presignedSignature(signer, { request, authorization, signedAt, expiresSeconds });
  if (!signedHeaders.includes("x-amz-date")) {
    const scope = `${authorization.date}/${region}/${service}/aws4_request`;
    return signer.signatureOf({ request: canonicalInput(request, authorization), body: bodyBytes(request), signedAt, scope });
  }
  const signed = await signer.sign(canonicalInput(request, authorization), {
    signingDate: new Date(signedAt),
    signableHeaders: new Set(signedHeaders),
  });
  const recomputed = parseAuthorization(signed.headers.authorization ?? "");
  if ("lacks" in recomputed) throw new Error(`the signer's own header cannot be read: ${recomputed.lacks.join(" ")}`);
  return recomputed.signature;
}

/** Parameters that presigning adds to the query. */
const SIGNING_PARAMETERS = ["Algorithm", "Credential", "Date", "Expires", "SignedHeaders", "Security-Token", "Signature"].map((name) => `X-Amz-${name}`);
const PAYLOAD_HASH = "x-amz-content-sha256";

/** The signature that presigning the bare URL gives. */
async function presignedSignature(
  signer: SignatureV4,
  input: Omit<SignatureInput, "secretAccessKey" | "expiresSeconds"> & { readonly expiresSeconds: number },
): Promise<string> {
  const { request, authorization, signedAt, expiresSeconds } = input;
  const canonical = canonicalInput(request, authorization);
  const query = Object.fromEntries(Object.entries(canonical.query).filter(([name]) => !SIGNING_PARAMETERS.includes(name)));
  // The signer takes the payload's hash from this header; S3's presigned URLs leave the payload open.
  const hash = authorization.service === "s3" ? { [PAYLOAD_HASH]: request.headers[PAYLOAD_HASH] ?? "UNSIGNED-PAYLOAD" } : {};
  const headers = { ...hash, ...canonical.headers };
  const presigned = await signer.presign(
    { ...canonical, query, headers },
    {
      signingDate: new Date(signedAt),
      expiresIn: expiresSeconds,
      unsignableHeaders: new Set(authorization.signedHeaders.includes(PAYLOAD_HASH) ? [] : [PAYLOAD_HASH]),
      unhoistableHeaders: new Set(Object.keys(headers)),
    },
  );
  return String(presigned.query?.["X-Amz-Signature"] ?? "");
}

/** The message as the signer takes it, reduced to what the client signed. */
function canonicalInput(request: HttpRequest, { service, signedHeaders }: Authorization) {
  const url = new URL(request.url);
  const sent: Readonly<Record<string, string>> = { host: url.host, ...request.headers };
  const headers = Object.fromEntries(signedHeaders.map((name) => [name, sent[name] ?? ""]));
  const path = rawPath(request.url);
  return {
    method: request.method,
    protocol: url.protocol,
    hostname: url.hostname,
    path: service === "s3" ? encodeOnce(path) : path,
    query: queryBag(url.searchParams),
    headers,
    body: bodyBytes(request),
  };
}

/** The path as it was sent; `URL` would resolve the dots that may stand in an object's key. */
function rawPath(url: string): string {
  return /^[a-z]+:\/\/[^/?#]*([^?#]*)/i.exec(url)?.[1] || "/";
}

/** S3's canonical path is the key encoded once, however the client wrote it. */
function encodeOnce(path: string): string {
  return path.split("/").map(encodeSegment).join("/");
}

/** A segment that is no percent-encoding of UTF-8 is taken as it is. */
function encodeSegment(segment: string): string {
  try {
    return percentEncode(decodeURIComponent(segment));
  } catch (error) {
    if (error instanceof URIError) return segment;
    throw error;
  }
}

function queryBag(parameters: URLSearchParams): Record<string, string[]> {
  return Object.fromEntries([...new Set(parameters.keys())].map((name) => [name, parameters.getAll(name)]));
}
