import { join } from "node:path";
import type { ScenarioResult } from "@irsa-sim/core";
import { BudgetError, type GoldenOptions, type ScenarioFiles, testScenario } from "@irsa-sim/scenario-runner";
import type { PlayFlags } from "../commands/run-flags.js";
import { runOptions } from "../commands/run-options.js";
import { exitCodeOf } from "../exit-code-of.js";
import { EXIT } from "../exit-codes.js";
import { PathError } from "../files/path-error.js";
import { writeAtomically } from "../files/write-atomically.js";
import { exceededResult } from "./exceeded-result.js";
import { invalidResult } from "./invalid-result.js";
import type { InvalidScenario } from "./invalid-scenario.js";
import type { FoundScenario } from "./load-all.js";

/** The flags that say how a scenario is tested. */
export interface TestOneFlags extends PlayFlags {
  /** Writes golden traces instead of comparing them. */
  readonly update?: boolean;
}

/**
 * Tests one scenario and takes its time; one that turns out to be invalid only when it is played, with its fix or beside its golden trace, has that as its result,
 * and so has one that exceeds its budget.
 *
 * @throws {PathError} when a golden trace cannot be written
 */
export async function testOne({ folder, scenario }: FoundScenario, files: ScenarioFiles, flags: TestOneFlags): Promise<ScenarioResult> {
  const startedAt = performance.now();
  try {
    const result = await testScenario({ scenario, files, folder, golden: golden(folder, flags) }, await runOptions(scenario, flags));
    return { ...result, durationMs: Math.round(performance.now() - startedAt) };
  } catch (error) {
    if (error instanceof BudgetError) return { ...exceededResult(scenario, error), durationMs: Math.round(performance.now() - startedAt) };
    if (exitCodeOf(error) !== EXIT.invalidInput) throw error;
    return { ...invalidResult({ folder, cell: scenario.cell, error: error as InvalidScenario["error"] }, files), title: scenario.title, tags: scenario.tags };
  }
}

/** In CI a golden trace that is missing was forgotten; elsewhere it is not written yet. */
function golden(folder: string, { update = false }: TestOneFlags): GoldenOptions {
  const mustExist = ["1", "true"].includes(process.env.CI ?? "");
  return update ? { mustExist, write: (file, text) => writeGolden(folder, file, text) } : { mustExist };
}

function writeGolden(folder: string, file: string, text: string): void {
  // The name of a cell may hold what leads elsewhere.
  if (/[\\/]/.test(file)) throw new PathError({ path: file, expected: "a cell whose name can be a file's", actual: "one with a slash" });
  writeAtomically(join(folder, file), text);
}
