import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ScenarioResult } from "@irsa-sim/core";
import { type GoldenOptions, type ScenarioFiles, testScenario } from "@irsa-sim/scenario-runner";
import type { RunFlags } from "../commands/run-flags.js";
import { runOptions } from "../commands/run-options.js";
import type { FoundScenario } from "./load-all.js";

/** The flags that say how a scenario is played. */
export interface PlayFlags extends Pick<RunFlags, "seed" | "startAt" | "freshKeys" | "network"> {
  /** Writes golden traces instead of comparing them. */
  readonly update?: boolean;
}

/** Tests one scenario and takes its time. */
export async function testOne({ folder, scenario }: FoundScenario, files: ScenarioFiles, flags: PlayFlags): Promise<ScenarioResult> {
  const startedAt = performance.now();
  const result = await testScenario({ scenario, files, folder, golden: golden(folder, flags) }, await runOptions(scenario, flags));
  return { ...result, durationMs: Math.round(performance.now() - startedAt) };
}

/** In CI a golden trace that is missing was forgotten; elsewhere it is not written yet. */
function golden(folder: string, { update = false }: PlayFlags): GoldenOptions {
  const mustExist = ["1", "true"].includes(process.env.CI ?? "");
  return update ? { mustExist, write: (file, text) => writeFileSync(join(folder, file), text) } : { mustExist };
}
