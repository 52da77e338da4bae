import { type ScenarioResult, STEPS } from "@irsa-sim/core";
import type { BudgetError, LoadedScenario } from "@irsa-sim/scenario-runner";

/** What is reported of a scenario that was stopped because it cost more than it may: what ran away. */
export function exceededResult(
  { name, title, tags, locate }: Pick<LoadedScenario, "name" | "title" | "tags" | "locate">,
  { excess: { allowed, found, culprit, progress, hint } }: BudgetError,
): Omit<ScenarioResult, "durationMs"> {
  const budget = {
    path: "budget",
    expected: `at most ${allowed}`,
    actual: `${found}; most of it: ${culprit}; stopped at ${progress}; ${hint}`,
    met: false,
    from: locate("timeline", ""),
  };
  return {
    ...{ name, title, tags, expectFrom: locate("expect", ""), outcome: "exceeded", steps: STEPS.map(() => "not-reached") },
    ...{ expectations: [budget], failure: null, warnings: [], deviation: null },
  };
}
