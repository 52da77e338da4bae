/** Where the caret stands in a text. */
export interface Place {
  /** Names of the objects around it; `-` for an item of a list. */
  readonly path: readonly string[];
  /** What is being written. */
  readonly word: string;
  /** Whether a name's value is written, and not a name. */
  readonly isValue: boolean;
  /** Whether it stands in quotes already. */
  readonly isQuoted: boolean;
}
