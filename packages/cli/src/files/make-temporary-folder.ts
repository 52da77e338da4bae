import { mkdtempSync, realpathSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeTo } from "./write-to.js";

/**
 * Makes a folder for its owner alone where the system keeps temporary ones.
 *
 * @param prefix of its name
 * @returns its path, with no link in it
 * @throws {PathError} when the operating system refuses
 */
export function makeTemporaryFolder(prefix: string): string {
  return writeTo(tmpdir(), () => realpathSync(mkdtempSync(join(tmpdir(), prefix))));
}
