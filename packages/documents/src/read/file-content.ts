/** A file that is there and is not read: it is no regular file, too large, forbidden, or outside of what may be read. */
export interface UnreadableFile {
  /** What could be read instead, such as "a regular file". */
  readonly expected: string;
  /** What it is, such as "a FIFO". */
  readonly actual: string;
}

/** A file's text; why it is not read; or `null` when there is none. */
export type FileContent = string | UnreadableFile | null;
