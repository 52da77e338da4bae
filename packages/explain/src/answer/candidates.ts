import { CAUSES, type Cause, MET } from "@irsa-sim/diagnosis";
import type { ExplainIndex, IndexedRun } from "../index/explain-index.js";
import type { KnownText } from "./known-texts.js";

/** A cause that may be meant, with the runs that say so. */
export interface Candidate {
  readonly cause: Cause;
  /** Those that came to the text; where none did, those that are about the cause, which answer questions about a cluster as well. */
  readonly runs: readonly IndexedRun[];
}

/**
 * The causes behind texts: those whose runs ended with one, or where there are none, those that came past it or tell of it; each in the order of how many people met them.
 *
 * @param found causes that people found behind this kind of message, by id; they come first
 */
export function candidatesOf(texts: readonly KnownText[], { runs }: ExplainIndex, found: readonly string[] = []): readonly Candidate[] {
  const at = (positions: readonly number[]): readonly IndexedRun[] => [...new Set(positions)].flatMap((position) => runs[position] ?? []);
  const ended = at(texts.flatMap((text) => text.ended));
  const seen = ended.length > 0 ? ended : at(texts.flatMap((text) => text.passed));
  const named = new Set([...found, ...seen.map(({ cause }) => cause), ...(ended.length > 0 ? [] : texts.flatMap(({ causes }) => causes))]);
  const placeOf = (id: string): number => (found.includes(id) ? found.indexOf(id) : found.length);
  const own = aboutThemselves(runs);
  return CAUSES.filter(({ id }) => named.has(id))
    .map((cause) => ({ cause, runs: runsOf(cause.id, seen, own) }))
    .sort((one, other) => placeOf(one.cause.id) - placeOf(other.cause.id) || compareRareness(one.cause, other.cause));
}

/** Runs that came to the cause of their scenario: with another SDK than the one that it was written for, a scenario may come to another. */
export function aboutThemselves(runs: readonly IndexedRun[]): ReadonlySet<IndexedRun> {
  const causes = new Map<string, string>();
  for (const { scenario, cause } of runs) if (!causes.has(scenario)) causes.set(scenario, cause);
  return new Set(runs.filter(({ scenario, cause }) => causes.get(scenario) === cause));
}

function runsOf(id: string, seen: readonly IndexedRun[], own: ReadonlySet<IndexedRun>): readonly IndexedRun[] {
  const ofCause = seen.filter(({ cause }) => cause === id);
  const kept = ofCause.filter((run) => own.has(run));
  if (ofCause.length > 0) return kept.length > 0 ? kept : ofCause;
  return [...own].filter(({ cause }) => cause === id);
}

/** What follows from something else, or is said when nothing better is known, comes behind all others; then what fewer people meet. */
function compareRareness(one: Cause, other: Cause): number {
  return remoteness(one) - remoteness(other) || bandOf(one) - bandOf(other) || other.sources.length - one.sources.length;
}

function remoteness({ rank }: Cause): number {
  return rank === "general" ? 2 : rank === "symptom" ? 1 : 0;
}

/** What nobody counted is taken for neither often met nor rare. */
function bandOf({ met = "sometimes" }: Cause): number {
  return MET.indexOf(met);
}
