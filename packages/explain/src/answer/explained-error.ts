import type { UnderstoodPart } from "../text/understood-parts.js";

/** A cause, as an answer shows it. */
export interface PossibleCause {
  readonly id: string;
  readonly title: string;
  readonly why: string;
  /** How to prove it on a real cluster. */
  readonly commands: readonly string[];
  /** Scenarios of the catalogue that are about it, those that end with this text first. */
  readonly scenarios: readonly string[];
  /** How many threads and pages are known in which people met it. */
  readonly reports: number;
}

/** A question that tells causes apart. */
export interface AskedQuestion {
  readonly id: string;
  readonly asks: string;
  readonly commands: readonly string[];
  readonly answers: readonly {
    /** The word to answer with. */
    readonly answer: string;
    readonly means: string;
    /** Ids of the causes that it leaves, in the order of all. */
    readonly causes: readonly string[];
  }[];
}

/** What an error text says. */
export interface ExplainedError {
  /** Whether the text is one of those that are known. */
  readonly isRecognised: boolean;
  /** What the message means, that which is nearest to a cause first; empty for a text that is only known by its words. */
  readonly means: readonly string[];
  /** The parts that were understood, whether or not the whole is known. */
  readonly understood: readonly UnderstoodPart[];
  /** SDKs that print it so; empty when that cannot be said. */
  readonly sdks: readonly string[];
  /** Those that the text and the answers leave; those that more people met come first. */
  readonly causes: readonly PossibleCause[];
  /** What to find out next; `null` when nothing tells the causes apart. */
  readonly question: AskedQuestion | null;
}
