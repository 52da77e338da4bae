import { readFileSync, realpathSync, statSync } from "node:fs";
import { isAbsolute, relative } from "node:path";
import { decideReadable } from "./decide-readable.js";
import { describeSystemError } from "./describe-system-error.js";
import { InputFileError } from "./input-file-error.js";
import { shortestPath } from "./shortest-path.js";

/**
 * The text of a file that somebody else may have written; its type and size are looked at before it is opened.
 *
 * @param options.within a folder out of which no link may lead
 * @returns `null` when there is no such file
 * @throws {InputFileError} for a file that is there and is not read
 */
export function readInput(path: string, { within }: { readonly within?: string } = {}): string | null {
  try {
    const stats = statSync(path, { throwIfNoEntry: false });
    if (stats === undefined) return null;
    const reason = decideReadable(stats);
    if (reason !== null) throw new InputFileError({ path: shortestPath(path), ...reason });
    if (within !== undefined) refuseLinkOut(path, within);
    return readFileSync(path, "utf8");
  } catch (error) {
    const actual = describeSystemError(error);
    if (actual === null) throw error;
    // Below a file there is nothing.
    if (actual.startsWith("ENOTDIR")) return null;
    throw new InputFileError({ path: shortestPath(path), expected: "a file that may be read", actual });
  }
}

function refuseLinkOut(path: string, within: string): void {
  const inside = relative(realpathSync(within), realpathSync(path));
  if (!inside.startsWith("..") && !isAbsolute(inside)) return;
  throw new InputFileError({ path: shortestPath(path), expected: `a file in ${shortestPath(within)}`, actual: "a link that leads out of it" });
}
