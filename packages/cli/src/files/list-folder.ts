import { type Dirent, readdirSync } from "node:fs";
import { describeSystemError } from "./describe-system-error.js";
import { InputFileError } from "./input-file-error.js";

/**
 * What stands in a folder that somebody named.
 *
 * @throws {InputFileError} when it may not be listed
 */
export function listFolder(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    const actual = describeSystemError(error);
    if (actual === null) throw error;
    throw new InputFileError({ path: folder, expected: "a folder that may be listed", actual });
  }
}
