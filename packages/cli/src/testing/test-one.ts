import type { ScenarioResult } from "@irsa-sim/core";
import { type ScenarioFiles, testScenario } from "@irsa-sim/scenario-runner";
import type { RunFlags } from "../commands/run-flags.js";
import { runOptions } from "../commands/run-options.js";
import type { FoundScenario } from "./load-all.js";

/** The flags that say how a scenario is played. */
export type PlayFlags = Pick<RunFlags, "seed" | "startAt" | "freshKeys" | "network">;

/** Tests one scenario and takes its time. */
export async function testOne({ folder, scenario }: FoundScenario, files: ScenarioFiles, flags: PlayFlags): Promise<ScenarioResult> {
  const startedAt = performance.now();
  const result = await testScenario({ scenario, files, folder }, await runOptions(scenario, flags));
  return { ...result, durationMs: Math.round(performance.now() - startedAt) };
}
