import { CAUSES } from "./catalogue.js";
import type { Explanation, Symptom } from "./cause.js";

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
  for (const cause of CAUSES) {
    const explanation = cause.explain(symptom);
    if (explanation !== null) return { cause: cause.id, ...explanation };
  }
  return null;
}
