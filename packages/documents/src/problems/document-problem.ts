/** One fault of a file. */
export interface DocumentProblem {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
  readonly message: string;
  readonly expected: string;
  readonly actual: string;
  /** The line itself, and a caret under the place. */
  readonly excerpt: string;
}
