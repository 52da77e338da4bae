import { createHash } from "node:crypto";
import { type EpochMillis, epochMillis } from "@irsa-sim/core";
import { type ChunkSigning, sha256Hex, signChunk } from "@irsa-sim/iam";
import { describe, expect, test } from "vitest";
import { checksum, md5 } from "./checksums.js";
import { readBody } from "./read-body.js";

const SIGNING: ChunkSigning = {
  authorization: { accessKeyId: "AKIA", date: "20260105", region: "eu-west-1", service: "s3", signedHeaders: ["host"], signature: "a".repeat(64) },
  signedAt: epochMillis(Date.UTC(2026, 0, 5, 9)) satisfies EpochMillis,
  secretAccessKey: "secret",
};
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (headers: Readonly<Record<string, string>>, body: string): string =>
  new TextDecoder().decode(readBody({ method: "PUT", url: "https://s3/", headers, body }, SIGNING));

function signedChunks(texts: readonly string[], trailer: string | null = null): string {
  let previous = SIGNING.authorization.signature;
  const framed = [...texts, ""].map((text) => {
    previous = signChunk(SIGNING, previous, { kind: "chunk", bytes: bytes(text) });
    return `${text.length.toString(16)};chunk-signature=${previous}\r\n${text}${text === "" ? "" : "\r\n"}`;
  });
  if (trailer === null) return `${framed.join("")}\r\n`;
  return `${framed.join("")}${trailer}\r\nx-amz-trailer-signature:${signChunk(SIGNING, previous, { kind: "trailer", lines: `${trailer}\n` })}\r\n\r\n`;
}

describe("checksums", () => {
  test.each([
    { name: "crc32", expected: "y/Q5Jg==" },
    { name: "crc32c", expected: "4waSgw==" },
    { name: "crc64nvme", expected: "rosUhgp5mIg=" },
    { name: "sha1", expected: createHash("sha1").update("123456789").digest("base64") },
    { name: "sha256", expected: createHash("sha256").update("123456789").digest("base64") },
  ] as const)("$name of 123456789", ({ name, expected }) => {
    expect(checksum(name, bytes("123456789"))).toBe(expected);
  });
});

test.each([
  { name: "64 MiB", bytes: 67_108_864, fault: null },
  { name: "a byte more", bytes: 67_108_865, fault: { code: "EntityTooLarge", elements: { ProposedSize: "67108865", MaxSizeAllowed: "67108864" } } },
])("one request has at most 64 MiB: $name", ({ bytes: size, fault }) => {
  const readSize = (): number => readBody({ method: "PUT", url: "https://s3/", headers: {}, body: new Uint8Array(size) }, null).byteLength;
  if (fault === null) expect(readSize()).toBe(size);
  else expect(readSize).toThrow(expect.objectContaining(fault) as Error);
});

describe("payload forms (section 8.3)", () => {
  const CRC32 = checksum("crc32", bytes("hello"));
  const unsigned = { "x-amz-content-sha256": "STREAMING-UNSIGNED-PAYLOAD-TRAILER" };
  const signed = { "x-amz-content-sha256": "STREAMING-AWS4-HMAC-SHA256-PAYLOAD" };

  test.each([
    { name: "unsigned payload", headers: { "x-amz-content-sha256": "UNSIGNED-PAYLOAD" }, body: "hello" },
    { name: "no hash at all", headers: {}, body: "hello" },
    { name: "a plain hash", headers: { "x-amz-content-sha256": sha256Hex(bytes("hello")) }, body: "hello" },
    { name: "a checksum in the header", headers: { "x-amz-checksum-crc32": CRC32 }, body: "hello" },
    { name: "Content-MD5", headers: { "content-md5": md5(bytes("hello")).base64 }, body: "hello" },
    { name: "an unsigned trailer", headers: unsigned, body: `5\r\nhello\r\n0\r\nx-amz-checksum-crc32:${CRC32}\r\n\r\n` },
    { name: "chunks without a trailer", headers: unsigned, body: "2\r\nhe\r\n3\r\nllo\r\n0\r\n\r\n" },
    { name: "signed chunks", headers: { ...signed, "x-amz-decoded-content-length": "5" }, body: signedChunks(["he", "llo"]) },
    {
      name: "signed chunks with a signed trailer",
      headers: { "x-amz-content-sha256": "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER" },
      body: signedChunks(["hello"], `x-amz-checksum-crc32:${CRC32}`),
    },
  ])("$name", ({ headers, body }) => {
    expect(read(headers as Record<string, string>, body)).toBe("hello");
  });

  test.each([
    { name: "another hash", headers: { "x-amz-content-sha256": "0".repeat(64) }, body: "hello", code: "XAmzContentSHA256Mismatch" },
    { name: "another checksum", headers: { "x-amz-checksum-crc32": "AAAAAA==" }, body: "hello", code: "BadDigest" },
    { name: "another checksum behind the chunks", headers: unsigned, body: "5\r\nhello\r\n0\r\nx-amz-checksum-crc32:AAAAAA==\r\n\r\n", code: "BadDigest" },
    { name: "another MD5", headers: { "content-md5": md5(bytes("x")).base64 }, body: "hello", code: "BadDigest" },
    { name: "an MD5 that is none", headers: { "content-md5": "x" }, body: "hello", code: "InvalidDigest" },
    { name: "a body cut short", headers: unsigned, body: "5\r\nhel", code: "IncompleteBody" },
    { name: "no last chunk", headers: unsigned, body: "5\r\nhello\r\n", code: "IncompleteBody" },
    {
      name: "another length than was said",
      headers: { ...unsigned, "x-amz-decoded-content-length": "4" },
      body: "5\r\nhello\r\n0\r\n\r\n",
      code: "IncompleteBody",
    },
    { name: "a changed chunk", headers: signed, body: signedChunks(["hello"]).replace("hello", "HELLO"), code: "SignatureDoesNotMatch" },
    {
      name: "a changed trailer",
      headers: { "x-amz-content-sha256": "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER" },
      body: signedChunks(["hello"], "x-amz-meta-a:1").replace("meta-a:1", "meta-a:2"),
      code: "SignatureDoesNotMatch",
    },
    { name: "SigV4A", headers: { "x-amz-content-sha256": "STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD" }, body: "", code: "NotImplemented" },
  ])("$name", ({ headers, body, code }) => {
    expect(() => read(headers as unknown as Record<string, string>, body)).toThrow(expect.objectContaining({ code }) as Error);
  });
});
