/** A file of the user's, or what stood in standard input. */
export interface InputFile {
  /** As messages name it. */
  readonly file: string;
  readonly text: string;
  /** Whether the user named it; what was only found in a folder may be anything, and is passed over when it is. */
  readonly isNamed: boolean;
}
