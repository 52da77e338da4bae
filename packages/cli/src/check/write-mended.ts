import { readFileSync } from "node:fs";
import type { MendedFile } from "@irsa-sim/check";
import { encodeText, encodingOf } from "../files/decode-text.js";
import { readInput } from "../files/read-input.js";
import { writeAtomically } from "../files/write-atomically.js";
import { UsageError } from "../usage-error.js";

/**
 * Writes mended files, each as a whole or not at all, and none when one of them is no longer what was checked.
 *
 * @param paths of the files, by the names that they have in reports
 * @throws {UsageError} for a file that changed meanwhile, or that is none
 * @throws {PathError} when the operating system refuses
 */
export function writeMended(files: readonly MendedFile[], paths: ReadonlyMap<string, string>): void {
  const found = files.map(({ file, before, after }) => {
    const path = paths.get(file);
    if (path === undefined) throw new UsageError(`${file} cannot be written`, { hint: "--fix prints the change" });
    if (readInput(path, Number.MAX_SAFE_INTEGER) !== before) throw new UsageError(`${file} has changed since it was read; nothing was written`);
    return { path, after: encodeText(after, encodingOf(readFileSync(path))) };
  });
  for (const { path, after } of found) writeAtomically(path, after);
}
