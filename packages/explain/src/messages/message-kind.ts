/** A kind of message: what is said, whoever prints it and whatever words he puts around it. */
export interface MessageKind {
  /** Such as `sts-not-authorized`. */
  readonly id: string;
  /** What it means, in one sentence. */
  readonly says: string;
  /** Whether it is only worth telling where nothing nearer to a cause is said. */
  readonly isFar?: true;
  /** All of them stand in the words of such a message, which are in lower case and have placeholders for what differs by chance. */
  readonly forms: readonly RegExp[];
  /** None of them stands there. */
  readonly without?: readonly RegExp[];
  /** Causes that people found behind it, by id, those of most reports first; played runs add theirs. */
  readonly causes: readonly string[];
}
