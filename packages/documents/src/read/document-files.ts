import type { FileContent } from "./file-content.js";

/** Where files come from: the disk, or a test's own memory. */
export interface DocumentFiles {
  /**
   * What a file holds. Whoever implements this looks at type, size and place of the file before opening it.
   *
   * @param file relative to the folder, with `/`; it may lead out of it with `..`
   */
  read(folder: string, file: string): FileContent;
  /** How messages name the file. */
  displayPath(folder: string, file: string): string;
}
