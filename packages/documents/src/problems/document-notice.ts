/** Something of a file that has no effect, or is likely not what was meant; what the file says can be played all the same. */
export interface DocumentNotice {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
  readonly message: string;
}
