import type { Stats } from "node:fs";

/** More than the largest scenario file; what is larger was not written by hand. */
const MAX_INPUT_BYTES = 4 * 1024 * 1024;

/** Why a file is not read. */
export interface Unreadable {
  readonly expected: string;
  readonly actual: string;
}

/** Decides from a file's type and size whether it may be opened: to open a FIFO or a device waits or acts, and a large file fills the memory. */
export function decideReadable(stats: Pick<Stats, "isFile" | "isDirectory" | "isFIFO" | "isSocket" | "size">, maxBytes = MAX_INPUT_BYTES): Unreadable | null {
  if (stats.isFile()) {
    if (stats.size <= maxBytes) return null;
    return { expected: `at most ${maxBytes} bytes`, actual: `${stats.size} bytes` };
  }
  const actual = stats.isDirectory() ? "a folder" : stats.isFIFO() ? "a FIFO" : stats.isSocket() ? "a socket" : "a device";
  return { expected: "a regular file", actual };
}
