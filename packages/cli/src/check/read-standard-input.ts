import { decodeText, isCompressed } from "../files/decode-text.js";
import { InputFileError } from "../files/input-file-error.js";

/**
 * All that stands in standard input.
 *
 * @throws {InputFileError} when it is more than anybody writes
 */
export async function readStandardInput(maxBytes: number): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of process.stdin) {
    const part = Buffer.from(chunk as Uint8Array);
    bytes += part.length;
    if (bytes > maxBytes) throw new InputFileError({ path: "standard input", expected: `at most ${maxBytes} bytes`, actual: "more" });
    chunks.push(part);
  }
  const all = Buffer.concat(chunks);
  if (isCompressed(all)) throw new InputFileError({ path: "standard input", expected: "a text", actual: "what gzip wrote; put gunzip -c before it" });
  return decodeText(all);
}
