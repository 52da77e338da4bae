import { readdirSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { UsageError } from "../usage-error.js";
import { InputFileError } from "./input-file-error.js";
import { inspectInput } from "./read-input.js";

/** An issuer has two. */
const MAX_FILES = 100;

/**
 * The files below a folder that can be read, with their paths in it.
 *
 * @throws {UsageError} when there is no such folder
 * @throws {InputFileError} when it holds too many files
 */
export function readFolder(folder: string): readonly { readonly path: string; readonly text: string }[] {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw new UsageError(`${folder}: there is no such folder`);
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  if (entries.length > MAX_FILES) throw new InputFileError({ path: folder, expected: `at most ${MAX_FILES} files`, actual: `${entries.length}` });
  return entries
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
    .flatMap((path) => {
      const text = inspectInput(path, { within: [folder] });
      return typeof text === "string" ? [{ path: relative(folder, path), text }] : [];
    });
}
