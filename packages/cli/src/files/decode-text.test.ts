import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { decodeText, encodeText, encodingOf, isCompressed } from "./decode-text.js";

const TEXT = "kind: Pod # grün\r\n";

test.each([
  { name: "UTF-8", bytes: Buffer.from(TEXT, "utf8"), encoding: "utf-8" },
  { name: "UTF-16 as PowerShell writes it", bytes: Buffer.from(`\uFEFF${TEXT}`, "utf16le"), encoding: "utf-16le" },
  { name: "UTF-16 the other way round", bytes: Buffer.from(`\uFEFF${TEXT}`, "utf16le").swap16(), encoding: "utf-16be" },
  { name: "UTF-16 without a mark", bytes: Buffer.from(TEXT, "utf16le"), encoding: "utf-16le" },
  { name: "UTF-16 without a mark, the other way round", bytes: Buffer.from(TEXT, "utf16le").swap16(), encoding: "utf-16be" },
])("$name is read as what it says", ({ bytes, encoding }) => {
  expect([encodingOf(bytes), decodeText(bytes)]).toEqual([encoding, TEXT]);
});

test.each(["utf-8", "utf-16le", "utf-16be"] as const)("what is written in %s is read again", (encoding) => {
  const bytes = encodeText(TEXT, encoding);
  expect([encodingOf(bytes), decodeText(bytes)]).toEqual([encoding, TEXT]);
});

test("an empty file is an empty text", () => expect(decodeText(new Uint8Array())).toBe(""));

test("what gzip wrote is seen", () => expect([isCompressed(gzipSync(TEXT)), isCompressed(Buffer.from(TEXT))]).toEqual([true, false]));
