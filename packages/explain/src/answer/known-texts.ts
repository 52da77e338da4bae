import type { Cause } from "@irsa-sim/diagnosis";
import type { ExplainIndex } from "../index/explain-index.js";
import { findKinds } from "../messages/find-kinds.js";
import { wordsOf } from "../text/words-of.js";

/** A text that is known, and from where. */
export interface KnownText {
  readonly words: readonly string[];
  /** Of the kind of message that is nearest to a cause; `null` for a text of no kind. */
  readonly kind: string | null;
  /** Positions of runs in the index that ended with it, or came past it; empty for what only the catalogue of causes tells. */
  readonly ended: readonly number[];
  readonly passed: readonly number[];
  /** Causes that tell of it themselves. */
  readonly causes: readonly string[];
}

/** Fewer say too little to be recognised by. */
const MIN_WORDS = 3;

/** What was seen in played scenarios, and what the catalogue of causes says people see. */
export function knownTexts(index: ExplainIndex, causes: readonly Cause[]): readonly KnownText[] {
  const seen = index.texts.map(({ words, ended, passed }) => ({ words: words.split(" "), ended, passed, causes: [] as readonly string[] }));
  const told = causes.flatMap(({ id, see }) =>
    see
      .split(/;|\.\.\.|…/)
      .map(wordsOf)
      .filter((words) => words.length >= MIN_WORDS)
      .map((words) => ({ words, ended: [], passed: [], causes: [id] })),
  );
  return [...seen, ...told].map((text) => ({ ...text, kind: findKinds(text.words)[0]?.id ?? null }));
}
