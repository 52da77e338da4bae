/** Where files come from: the disk, or a test's own memory. */
export interface DocumentFiles {
  /** A file's text; `null` when there is none. */
  read(folder: string, file: string): string | null;
  /** How messages name the file. */
  displayPath(folder: string, file: string): string;
}
