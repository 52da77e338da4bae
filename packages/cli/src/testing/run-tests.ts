import type { ScenarioResult } from "@irsa-sim/core";
import { type ScenarioFiles, testScenario } from "@irsa-sim/scenario-runner";
import type { RunFlags } from "../commands/run-flags.js";
import { runOptions } from "../commands/run-options.js";
import type { FoundScenario } from "./load-all.js";

/** How scenarios are tested. */
export interface TestRun {
  readonly files: ScenarioFiles;
  readonly flags: Pick<RunFlags, "seed" | "startAt" | "freshKeys" | "network">;
  readonly failFast: boolean;
  /** Called before each. */
  readonly onStart: (name: string) => void;
  /** Called after each. */
  readonly onResult: (result: ScenarioResult) => void;
}

/** Tests one scenario after the other; with `failFast` until the first that fails. */
export async function runTests(
  scenarios: readonly FoundScenario[],
  { files, flags, failFast, onStart, onResult }: TestRun,
): Promise<readonly ScenarioResult[]> {
  const results: ScenarioResult[] = [];
  for (const { folder, scenario } of scenarios) {
    onStart(scenario.name);
    const startedAt = performance.now();
    const result = await testScenario({ scenario, files, folder }, await runOptions(scenario, flags));
    const timed = { ...result, durationMs: Math.round(performance.now() - startedAt) };
    results.push(timed);
    onResult(timed);
    if (failFast && timed.outcome === "failed") break;
  }
  return results;
}
