import type { ExplainIndex } from "../index/explain-index.js";
import { aboutThemselves, type Candidate } from "./candidates.js";
import type { PossibleCause } from "./explained-error.js";

/** Shows causes as answers do, with the scenarios that are about them, those that came to the text first. */
export function createCauseView({ runs: all }: ExplainIndex): (candidate: Candidate) => PossibleCause {
  const own = [...aboutThemselves(all)];
  return ({ cause: { id, title, why, prove, sources }, runs }) => {
    const ofCause = own.filter(({ cause }) => cause === id);
    const seen = runs.filter((run) => ofCause.includes(run));
    const scenarios = [...new Set([...seen, ...ofCause, ...(ofCause.length === 0 ? runs : [])].map(({ scenario }) => scenario))];
    return { id, title, why, commands: prove, scenarios, reports: sources.length };
  };
}
