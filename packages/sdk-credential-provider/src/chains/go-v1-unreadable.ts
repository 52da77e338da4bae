import type { UnreadableAnswer } from "./unanswered.js";

const BYTES_A_LINE = 16;

/**
 * What Go v1 says of an answer that it cannot read: with its bytes, where it is another document than an error.
 * Differs from the SDK where a good answer has no credentials: its program ends then.
 */
export function goV1Unreadable({ why, status, body }: UnreadableAnswer, requestId: string): string {
  const where = `\n\tstatus code: ${status}, request id: ${requestId}`;
  if (status === 200) return `SerializationError: failed decoding Query response${where}\ncaused by: XML syntax error on line 1: unexpected EOF`;
  if (why === "empty" || !body.trimStart().startsWith("<")) return `: ${where}`;
  const tag = /^\s*<([\w:-]+)/.exec(body)?.[1] ?? "";
  const what = "failed to unmarshal error message";
  return `SerializationError: ${what}${where}\ncaused by: UnmarshalError: ${what}\n\t${hexDump(body)}\ncaused by: unknown error response tag, {{ ${tag}} []}`;
}

/** The form of Go's `encoding/hex`. */
function hexDump(text: string): string {
  const bytes = [...new TextEncoder().encode(text)];
  const lines = Array.from({ length: Math.ceil(bytes.length / BYTES_A_LINE) }, (_, index) => {
    const line = bytes.slice(index * BYTES_A_LINE, (index + 1) * BYTES_A_LINE);
    const hex = Array.from({ length: BYTES_A_LINE }, (_unused, at) => `${line[at]?.toString(16).padStart(2, "0") ?? "  "}${at === 7 ? " " : ""}`).join(" ");
    const shown = line.map((byte) => (byte >= 32 && byte <= 126 ? String.fromCharCode(byte) : ".")).join("");
    return `${(index * BYTES_A_LINE).toString(16).padStart(8, "0")}  ${hex}  |${shown}|\n`;
  });
  return lines.join("");
}
