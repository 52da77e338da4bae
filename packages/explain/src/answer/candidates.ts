import { CAUSES, type Cause } from "@irsa-sim/diagnosis";
import type { ExplainIndex, IndexedRun } from "../index/explain-index.js";
import type { KnownText } from "./known-texts.js";

/** A cause that may be meant, with the runs that say so. */
export interface Candidate {
  readonly cause: Cause;
  /** Empty when only the catalogue of causes tells of the text. */
  readonly runs: readonly IndexedRun[];
}

/** The causes behind texts: those whose runs ended with one, or where there are none, those that came past it or tell of it; each in the order of how many people met them. */
export function candidatesOf(texts: readonly KnownText[], { runs }: ExplainIndex): readonly Candidate[] {
  const at = (positions: readonly number[]): readonly IndexedRun[] => [...new Set(positions)].flatMap((position) => runs[position] ?? []);
  const ended = at(texts.flatMap((text) => text.ended));
  const seen = ended.length > 0 ? ended : at(texts.flatMap((text) => text.passed));
  const named = new Set([...seen.map(({ cause }) => cause), ...(ended.length > 0 ? [] : texts.flatMap(({ causes }) => causes))]);
  return CAUSES.filter(({ id }) => named.has(id))
    .map((cause) => ({ cause, runs: seen.filter((run) => run.cause === cause.id) }))
    .sort((one, other) => remoteness(one.cause) - remoteness(other.cause) || other.cause.sources.length - one.cause.sources.length);
}

/** What follows from something else, or is said when nothing better is known, comes behind all others. */
function remoteness({ rank }: Cause): number {
  return rank === "general" ? 2 : rank === "symptom" ? 1 : 0;
}
