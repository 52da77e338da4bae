/** The content of a request: unframed, and held against its hashes, signatures and checksums (sts-and-iam.md, section 8.3). */
import { bodyBytes, type HttpHeaders, type HttpRequest } from "@irsa-sim/core";
import { type ChunkSigning, sha256Hex, signChunk } from "@irsa-sim/iam";
import { FAULTS } from "../s3-fault.js";
import { CHECKSUMS, checksum, md5 } from "./checksums.js";
import { type AwsChunked, parseAwsChunked } from "./parse-aws-chunked.js";

/** More than this in one request is refused; S3's own limit is 5 GiB. */
const MAX_BYTES = 64 * 1024 * 1024;

/**
 * Reads the content.
 *
 * @param signing who signed the request; `null` for an anonymous or presigned one
 * @throws {S3Fault} `EntityTooLarge`, `XAmzContentSHA256Mismatch`, `SignatureDoesNotMatch`, `IncompleteBody`, `BadDigest` or `InvalidDigest`
 */
export function readBody(request: HttpRequest, signing: ChunkSigning | null): Uint8Array {
  const sent = bodyBytes(request);
  if (sent.byteLength > MAX_BYTES) throw FAULTS.entityTooLarge(sent.byteLength, MAX_BYTES);
  const form = request.headers["x-amz-content-sha256"] ?? "UNSIGNED-PAYLOAD";
  if (form.startsWith("STREAMING-AWS4-ECDSA")) throw FAULTS.notImplemented("x-amz-content-sha256");
  if (form.startsWith("STREAMING-")) return readChunks(request, { sent, isSigned: form.startsWith("STREAMING-AWS4-HMAC-SHA256"), signing });
  if (form !== "UNSIGNED-PAYLOAD" && form !== sha256Hex(sent)) throw FAULTS.payloadHashDiffers(form, sha256Hex(sent));
  checkChecksums(request, sent, new Map());
  return sent;
}

interface Chunked {
  readonly sent: Uint8Array;
  readonly isSigned: boolean;
  readonly signing: ChunkSigning | null;
}

function readChunks(request: HttpRequest, { sent, isSigned, signing }: Chunked): Uint8Array {
  const framed = parseAwsChunked(sent);
  if (framed === null) throw FAULTS.incompleteBody();
  if (isSigned && signing !== null) checkChunkSignatures(framed, signing);
  const content = concatenate(framed.chunks.map(({ bytes }) => bytes));
  const length = request.headers["x-amz-decoded-content-length"];
  if (length !== undefined && Number(length) !== content.byteLength) throw FAULTS.incompleteBody();
  checkChecksums(request, content, framed.trailer);
  return content;
}

function checkChunkSignatures({ chunks, trailer }: AwsChunked, signing: ChunkSigning): void {
  let previous = signing.authorization.signature;
  for (const { bytes, signature } of chunks) {
    const expected = signChunk(signing, previous, { kind: "chunk", bytes });
    if (signature !== expected) throw FAULTS.chunkSignatureDiffers();
    previous = expected;
  }
  const sentSignature = trailer.get("x-amz-trailer-signature");
  if (sentSignature === undefined) return;
  const lines = [...trailer].filter(([name]) => name !== "x-amz-trailer-signature").map(([name, value]) => `${name}:${value}\n`);
  if (signChunk(signing, previous, { kind: "trailer", lines: lines.join("") }) !== sentSignature) throw FAULTS.chunkSignatureDiffers();
}

/** In the header, or behind the last chunk. */
function checkChecksums({ headers }: HttpRequest, content: Uint8Array, trailer: ReadonlyMap<string, string>): void {
  for (const name of CHECKSUMS) {
    const sent = headers[`x-amz-checksum-${name}`] ?? trailer.get(`x-amz-checksum-${name}`);
    if (sent !== undefined && sent !== checksum(name, content))
      throw FAULTS.badDigest(`The ${name.toUpperCase()} you specified did not match the calculated checksum.`);
  }
  const sentMd5 = headers["content-md5"];
  if (sentMd5 === undefined) return;
  if (!/^[A-Za-z0-9+/]{22}==$/.test(sentMd5)) throw FAULTS.invalidDigest(sentMd5);
  if (sentMd5 !== md5(content).base64) throw FAULTS.badDigest("The Content-MD5 you specified did not match what we received.");
}

/** The checksum that an object keeps: of the kind that the client computed, else S3's own kind. */
export function checksumOf(headers: HttpHeaders, content: Uint8Array): readonly [header: string, value: string] {
  const named = `${headers["x-amz-trailer"] ?? ""} x-amz-checksum-${headers["x-amz-sdk-checksum-algorithm"]?.toLowerCase() ?? ""}`;
  const sent =
    CHECKSUMS.find((name) => headers[`x-amz-checksum-${name}`] !== undefined || named.split(/[ ,]+/).includes(`x-amz-checksum-${name}`)) ?? "crc64nvme";
  return [`x-amz-checksum-${sent}`, checksum(sent, content)];
}

/** One piece of bytes from many. */
export function concatenate(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((length, piece) => length + piece.byteLength, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.byteLength;
  }
  return whole;
}
