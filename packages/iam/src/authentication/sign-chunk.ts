/**
 * Signatures of a body that is sent in signed chunks: each goes over the one before it, the first over the request's own.
 * @see sts-and-iam.md, section 8.3
 */
import { Sha256 } from "@aws-crypto/sha256-js";
import type { EpochMillis } from "@irsa-sim/core";
import { formatAmzDate } from "./amz-date.js";
import type { Authorization } from "./parse-authorization.js";

/** Who signed the request, and when. */
export interface ChunkSigning {
  readonly authorization: Authorization;
  readonly signedAt: EpochMillis;
  readonly secretAccessKey: string;
}

/** What is signed: a chunk's bytes, or the trailer's lines, each `name:value` and a newline. */
export type SignedPart = { readonly kind: "chunk"; readonly bytes: Uint8Array } | { readonly kind: "trailer"; readonly lines: string };

const EMPTY_HASH = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

/** The signature of a part, in hex. */
export function signChunk(signing: ChunkSigning, previousSignature: string, part: SignedPart): string {
  const { date, region, service } = signing.authorization;
  const scope = `${date}/${region}/${service}/aws4_request`;
  const head = part.kind === "chunk" ? "AWS4-HMAC-SHA256-PAYLOAD" : "AWS4-HMAC-SHA256-TRAILER";
  const hashes = part.kind === "chunk" ? `${EMPTY_HASH}\n${sha256Hex(part.bytes)}` : sha256Hex(new TextEncoder().encode(part.lines));
  return hex(hmac(signingKey(signing), [head, formatAmzDate(signing.signedAt), scope, previousSignature, hashes].join("\n")));
}

/** SHA-256 in hex. */
export function sha256Hex(bytes: Uint8Array): string {
  const hash = new Sha256();
  hash.update(bytes);
  return hex(hash.digestSync());
}

function signingKey({ authorization, secretAccessKey }: ChunkSigning): Uint8Array {
  const { date, region, service } = authorization;
  const seed: Uint8Array = new TextEncoder().encode(`AWS4${secretAccessKey}`);
  return [date, region, service, "aws4_request"].reduce((key, part) => hmac(key, part), seed);
}

function hmac(key: Uint8Array, text: string): Uint8Array {
  const hash = new Sha256(key);
  hash.update(text);
  return hash.digestSync();
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
