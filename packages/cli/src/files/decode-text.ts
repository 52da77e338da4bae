/** How a file's bytes stand for text: UTF-8, or UTF-16 as PowerShell's `>` writes it. */

/** Encodings that are read, and written again where a file is changed. */
export type TextEncoding = "utf-8" | "utf-16le" | "utf-16be";

const MARK = "\uFEFF";

/**
 * The encoding of a text, by its byte order mark, or by the zero that every second byte of ASCII has in UTF-16.
 *
 * @see https://www.unicode.org/faq/utf_bom
 */
export function encodingOf([first, second]: Uint8Array): TextEncoding {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  if (first !== undefined && second !== undefined && first !== 0 && second === 0) return "utf-16le";
  return first === 0 && second !== undefined && second !== 0 ? "utf-16be" : "utf-8";
}

/** The text of a file's bytes; a byte order mark of UTF-8 stays, since positions count it. */
export function decodeText(bytes: Uint8Array): string {
  const encoding = encodingOf(bytes);
  return encoding === "utf-8" ? Buffer.from(bytes).toString("utf8") : new TextDecoder(encoding).decode(bytes);
}

/** The bytes of a text in an encoding, with a mark where it has one. */
export function encodeText(text: string, encoding: TextEncoding): Uint8Array {
  if (encoding === "utf-8") return Buffer.from(text, "utf8");
  const bytes = Buffer.from(MARK + text, "utf16le");
  return encoding === "utf-16be" ? bytes.swap16() : bytes;
}

/** Whether bytes are compressed by gzip (RFC 1952). */
export function isCompressed([first, second]: Uint8Array): boolean {
  return first === 0x1f && second === 0x8b;
}
