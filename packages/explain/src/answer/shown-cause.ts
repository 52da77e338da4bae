import type { ExplainIndex } from "../index/explain-index.js";
import type { Candidate } from "./candidates.js";
import type { PossibleCause } from "./explained-error.js";

/** Shows causes as answers do, with the scenarios that are about them: another may have come to the same text by an SDK that it was not written for. */
export function createCauseView({ runs: all }: ExplainIndex): (candidate: Candidate) => PossibleCause {
  const causes = new Map<string, string>();
  for (const { scenario, cause } of all) if (!causes.has(scenario)) causes.set(scenario, cause);
  return ({ cause: { id, title, why, prove, sources }, runs }) => {
    const seen = [...new Set(runs.map(({ scenario }) => scenario))];
    const own = [...causes].flatMap(([scenario, cause]) => (cause === id ? [scenario] : []));
    const scenarios = [...seen.filter((name) => own.includes(name)), ...own.filter((name) => !seen.includes(name))];
    return { id, title, why, commands: prove, scenarios: scenarios.length > 0 ? scenarios : seen, reports: sources.length };
  };
}
