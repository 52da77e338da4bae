/** What is wrong with a document, and where. */
export interface PolicyProblem {
  /** In IAM's words. */
  readonly message: string;
  /** JSON pointer into the document; empty for the document as a whole. */
  readonly pointer: string;
  /** The value that is wrong, where one is. */
  readonly value?: string;
  /** The value that would be right, where it is plain. */
  readonly expected?: string;
}
