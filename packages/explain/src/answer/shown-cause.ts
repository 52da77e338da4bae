import type { Candidate } from "./candidates.js";
import type { PossibleCause } from "./explained-error.js";

/** A cause as answers show it. */
export function shownCause({ cause: { id, title, why, prove, sources }, runs }: Candidate): PossibleCause {
  return { id, title, why, commands: prove, scenarios: [...new Set(runs.map(({ scenario }) => scenario))], reports: sources.length };
}
