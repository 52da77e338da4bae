import { InputFileError } from "../files/input-file-error.js";

const MAX_BYTES = 16 * 1024 * 1024;

/**
 * All that stands in standard input.
 *
 * @throws {InputFileError} when it is more than anybody writes
 */
export async function readStandardInput(): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of process.stdin) {
    const part = Buffer.from(chunk as Uint8Array);
    bytes += part.length;
    if (bytes > MAX_BYTES) throw new InputFileError({ path: "standard input", expected: `at most ${MAX_BYTES} bytes`, actual: "more" });
    chunks.push(part);
  }
  return Buffer.concat(chunks).toString("utf8");
}
