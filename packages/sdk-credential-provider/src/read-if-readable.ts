import { FileError, type Files } from "@irsa-sim/core";

/** What a file holds; `null` for one that cannot be read, which counts as one that is not there. */
export function readIfReadable(files: Files, path: string): string | null {
  try {
    return new TextDecoder().decode(files.read(path));
  } catch (error) {
    if (error instanceof FileError) return null;
    throw error;
  }
}
