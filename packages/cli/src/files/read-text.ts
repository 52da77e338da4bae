import { readFileSync } from "node:fs";
import { UsageError } from "../usage-error.js";
import { InputFileError } from "./input-file-error.js";
import { readInput } from "./read-input.js";

/** More than anybody pastes. */
const MAX_BYTES = 4 * 1024 * 1024;

/**
 * The text of a file, or of standard input for `-` and where no file is named.
 *
 * @throws {UsageError} when there is no such file, or nothing is named and a terminal stands at standard input
 * @throws {InputFileError} for a file that is there and is not read
 */
export function readText(path: string | undefined, what: string): string {
  if (path === undefined && process.stdin.isTTY) throw new UsageError(`${what} is missing`, { hint: "name a file, or - for standard input" });
  if (path === undefined || path === "-") return readStandardInput();
  const text = readInput(path);
  if (text === null) throw new UsageError(`${path}: there is no such file`, { hint: `${what} is read from a file, or with - from standard input` });
  return text;
}

function readStandardInput(): string {
  const text = readFileSync(0, "utf8");
  if (text.length > MAX_BYTES) throw new InputFileError({ path: "standard input", expected: `at most ${MAX_BYTES} characters`, actual: `${text.length}` });
  return text;
}
