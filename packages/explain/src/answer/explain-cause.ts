import { CAUSES } from "@irsa-sim/diagnosis";
import type { ExplainIndex } from "../index/explain-index.js";
import { candidatesOf } from "./candidates.js";
import type { PossibleCause } from "./explained-error.js";
import { createCauseView } from "./shown-cause.js";

/** Ids of all causes. */
export const CAUSE_IDS: readonly string[] = CAUSES.map(({ id }) => id);

/** A cause of the catalogue, with what people see of it. */
export interface ExplainedCause extends PossibleCause {
  readonly see: string;
  /** Other causes with the same last message, by id. */
  readonly sameMessage: readonly string[];
  /** Where people met it, or what says so. */
  readonly sources: readonly string[];
}

/** Tells of a cause by its id; `null` when there is none. */
export function explainCause(id: string, index: ExplainIndex): ExplainedCause | null {
  const cause = CAUSES.find((one) => one.id === id);
  if (cause === undefined) return null;
  const runs = index.runs.filter((run) => run.cause === id);
  const texts = index.texts.filter(({ ended }) => ended.some((position) => index.runs[position]?.cause === id));
  const others = candidatesOf(
    texts.map(({ words, ended }) => ({ words: words.split(" "), kind: null, ended, passed: [], causes: [] })),
    index,
  );
  const codes = runs.map(({ code }) => code);
  const sameMessage = others
    .filter((other) => other.runs.some(({ code }) => codes.includes(code)))
    .flatMap(({ cause: { id: other } }) => (other === id ? [] : [other]));
  return { ...createCauseView(index)({ cause, runs }), see: cause.see, sameMessage, sources: cause.sources };
}
