import { existsSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { makeFolders } from "./make-folders.js";
import { writeTo } from "./write-to.js";

/**
 * Writes a file as a whole or not at all: beside its place, then renamed into it, so that nobody reads half of it and a link in its place is not followed. Makes the
 * folders that are missing.
 *
 * @throws {PathError} when the operating system refuses
 */
export function writeAtomically(path: string, content: string | Uint8Array, mode = 0o666): void {
  const beside = `${path}.${process.pid}.tmp`;
  writeTo(path, () => {
    makeFolders(dirname(path), mode === 0o600 ? 0o700 : 0o777);
    try {
      writeFileSync(beside, content, { flag: "wx", mode });
      renameSync(beside, path);
    } finally {
      if (existsSync(beside)) rmSync(beside);
    }
  });
}
