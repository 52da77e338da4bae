import { readFileSync, realpathSync, statSync } from "node:fs";
import { decideReadable, type Unreadable } from "./decide-readable.js";
import { decodeText, isCompressed } from "./decode-text.js";
import { describeSystemError } from "./describe-system-error.js";
import { InputFileError } from "./input-file-error.js";
import { isInside } from "./is-inside.js";
import { shortestPath } from "./shortest-path.js";

/** A file's text; why it is not read; or `null` when there is none. */
export type InputContent = string | Unreadable | null;

/**
 * What stands in a file that somebody else may have written; its type and size are looked at before it is opened.
 *
 * @param options.within the folders out of which no path and no link may lead; anywhere when absent
 * @param options.maxBytes more than what is written by hand when absent
 */
export function inspectInput(path: string, { within, maxBytes }: { readonly within?: readonly string[]; readonly maxBytes?: number } = {}): InputContent {
  try {
    const stats = statSync(path, { throwIfNoEntry: false });
    if (stats === undefined) return null;
    const [first] = within ?? [];
    if (first !== undefined && !(within ?? []).some((folder) => isInside(realpathSync(path), realpathSync(folder))))
      return { expected: `a file in ${shortestPath(first)}`, actual: "a path or a link that leads out of it" };
    const unreadable = decideReadable(stats, maxBytes);
    if (unreadable !== null) return unreadable;
    const bytes = readFileSync(path);
    return isCompressed(bytes) ? { expected: "a text", actual: `what gzip wrote; gunzip -c ${shortestPath(path)} prints the text` } : decodeText(bytes);
  } catch (error) {
    const actual = describeSystemError(error);
    if (actual === null) throw error;
    // Below a file there is nothing.
    if (actual.startsWith("ENOTDIR")) return null;
    return { expected: "a file that may be read", actual };
  }
}

/**
 * The text of such a file, wherever it is; `null` when there is none.
 *
 * @throws {InputFileError} for a file that is there and is not read
 */
export function readInput(path: string, maxBytes?: number): string | null {
  const content = inspectInput(path, maxBytes === undefined ? {} : { maxBytes });
  if (content === null || typeof content === "string") return content;
  throw new InputFileError({ path: shortestPath(path), ...content });
}
