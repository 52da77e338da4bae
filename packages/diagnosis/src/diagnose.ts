import type { TraceEvent, Warning } from "@irsa-sim/core";
import { CAUSES } from "./catalogue.js";
import type { Cause, Explanation, OwnError, Symptom } from "./cause.js";

/** A cause found in a run. */
export interface Diagnosis extends Explanation {
  /** Id of the cause. */
  readonly cause: string;
}

/**
 * Finds what is behind a refusal, from the trace alone.
 *
 * @returns `null` when no cause of the catalogue fits
 */
export function diagnose(symptom: Symptom): Diagnosis | null {
  return firstThat(({ explain }) => explain?.(symptom) ?? null);
}

/**
 * Finds what is behind an error that no service's check stands behind, from the trace alone.
 *
 * @returns `null` when no cause of the catalogue fits
 */
export function diagnoseOwnError(error: OwnError): Diagnosis | null {
  return firstThat(({ explainOwnError }) => explainOwnError?.(error) ?? null);
}

/** Finds what nobody was refused for and is wrong all the same, in order of the alphabet. */
export function findWarnings(events: readonly TraceEvent[]): readonly Warning[] {
  const warnings = CAUSES.flatMap(({ id, warn }) => (warn?.(events) ?? []).map((finding) => ({ cause: id, ...finding })));
  return warnings.sort((a, b) => (a.cause < b.cause ? -1 : a.cause > b.cause ? 1 : 0));
}

function firstThat(explain: (cause: Cause) => Explanation | null): Diagnosis | null {
  for (const cause of CAUSES) {
    const explanation = explain(cause);
    if (explanation !== null) return { cause: cause.id, ...explanation };
  }
  return null;
}
