import fc from "fast-check";
import { expect, test } from "vitest";
import { parseAwsChunked } from "./parse-aws-chunked.js";

const SIGNATURE = "0123456789abcdef".repeat(4);
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
/** What is in the chunks, as text, and the trailer. */
function read(body: string) {
  const framed = parseAwsChunked(bytes(body));
  if (framed === null) return null;
  const chunks = framed.chunks.map((chunk) => new TextDecoder().decode(chunk.bytes));
  return { chunks, signatures: framed.chunks.map(({ signature }) => signature), trailer: Object.fromEntries(framed.trailer) };
}

test.each([
  { name: "nothing but the last chunk", body: "0\r\n\r\n", chunks: [""] },
  {
    name: "a size in hex, in either case",
    body: `a\r\n${"x".repeat(10)}\r\nA\r\n${"y".repeat(10)}\r\n0\r\n\r\n`,
    chunks: ["x".repeat(10), "y".repeat(10), ""],
  },
  { name: "a size of eight digits", body: "00000001\r\nx\r\n00000000\r\n", chunks: ["x", ""] },
  { name: "lines that end without a carriage return", body: "1\nx\r\n0\n", chunks: ["x", ""] },
  { name: "line breaks inside", body: "4\r\n\r\n\r\n\r\n0\r\n\r\n", chunks: ["\r\n\r\n", ""] },
])("$name", ({ body, chunks }) => {
  expect(read(body)).toEqual({ chunks, signatures: chunks.map(() => null), trailer: {} });
});

test("signatures, and a trailer whose names are in small letters", () => {
  const body = `1;chunk-signature=${SIGNATURE}\r\nx\r\n0\r\nX-Amz-Checksum-Crc32 : a:b \r\nno colon\r\nx-second:\n\r\n`;
  expect(read(body)).toEqual({ chunks: ["x", ""], signatures: [SIGNATURE, null], trailer: { "x-amz-checksum-crc32": "a:b", "x-second": "" } });
});

test.each([
  { name: "nothing", body: "" },
  { name: "a head without its line break", body: "0".repeat(8) },
  { name: "a last byte that is the line break which was cut off", body: "3\r\nx\r\n" },
  { name: "a head without an end", body: "0" },
  { name: "a size that is none", body: "g\r\n" },
  { name: "a size of nine digits", body: "000000000\r\n" },
  { name: "a size behind a blank", body: " 0\r\n" },
  { name: "an extension that is no signature", body: "0;name=value\r\n" },
  { name: "a signature of 63 digits", body: `0;chunk-signature=${SIGNATURE.slice(1)}\r\n` },
  { name: "a signature of 65 digits", body: `0;chunk-signature=${SIGNATURE}0\r\n` },
  { name: "a head of more than 200 bytes", body: `0${" ".repeat(201)}\r\n` },
  { name: "a byte less than was said", body: "2\r\nx" },
  { name: "a chunk that ends with its last byte", body: "1\r\nx" },
  { name: "another byte where the chunk should end", body: "1\r\nxy\n0\r\n" },
  { name: "another byte where its line should end", body: "1\r\nx\ry0\r\n" },
])("$name is badly framed", ({ body }) => {
  expect(read(body)).toBeNull();
});

test("what is framed is read again, wherever it was cut", () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ minLength: 1 })), (pieces) => {
      const framed = [...pieces, new Uint8Array()].flatMap((piece) => [...bytes(`${piece.length.toString(16)}\r\n`), ...piece, ...bytes("\r\n")]);
      expect(parseAwsChunked(Uint8Array.from(framed))?.chunks.map((chunk) => [...chunk.bytes])).toEqual([...pieces.map((piece) => [...piece]), []]);
    }),
  );
});
