import type { Deviation, ExpectationResult, RunReport, ScenarioResult } from "@irsa-sim/core";
import { type RunOptions, runScenario } from "../run-scenario.js";
import { loadScenario } from "../scenario/load-scenario.js";
import type { LoadedScenario } from "../scenario/loaded-scenario.js";
import type { ScenarioFiles } from "../scenario/scenario-files.js";
import { compareGolden, type GoldenOptions } from "./compare-golden.js";
import { findDeviation } from "./find-deviation.js";
import { loadBase } from "./load-base.js";

/** A result, but for its wall time, which only the caller's clock knows. */
export type UntimedResult = Omit<ScenarioResult, "durationMs">;

/** What is tested, and where it and its base are read from. */
export interface TestedScenario {
  readonly scenario: LoadedScenario;
  readonly files: ScenarioFiles;
  /** The scenario's folder, as `files` knows it. */
  readonly folder: string;
  /** Golden traces are compared, and may be missing, when absent. */
  readonly golden?: GoldenOptions;
}

/**
 * Plays a scenario, and once more with its fix; when something came out otherwise than expected, plays its base too, to tell from where on.
 *
 * @throws {ScenarioError} when the scenario is invalid with its fix
 * @example
 * const scenario = loadScenario(files, folder);
 * const { outcome, expectations } = await testScenario({ scenario, files, folder }, { seed: "1", startAt, keys: WELL_KNOWN_KEYS, keysAre: "well-known" });
 */
export async function testScenario(tested: TestedScenario, options: RunOptions): Promise<UntimedResult> {
  const { scenario } = tested;
  // Side by side, so that one goes on while the other waits for a signature.
  const [report, ofFix] = await Promise.all([runScenario(scenario, options), testFix(tested, options)]);
  const { files, folder, golden = { mustExist: false } } = tested;
  const ofTrace = compareGolden({ scenario, files, folder, report }, golden);
  const expectations = [...report.expectations, ...ofTrace, ...ofFix];
  const isAsExpected = expectations.every(({ met }) => met);
  return {
    name: scenario.name,
    title: scenario.title,
    tags: scenario.tags,
    expectFrom: scenario.locate("expect", ""),
    outcome: isAsExpected ? "passed" : "failed",
    steps: report.steps.map(({ outcome }) => outcome),
    expectations,
    failure: report.failure,
    warnings: report.warnings,
    deviation: isAsExpected ? null : await deviationFromBase(tested, report, options),
  };
}

/** Each line of what the fix expects; the first says whether it helps. */
async function testFix({ scenario, files, folder }: TestedScenario, options: RunOptions): Promise<readonly ExpectationResult[]> {
  if (scenario.fix === null) return [];
  const { expectations, failure } = await runScenario(loadScenario(files, folder, { cell: scenario.cell, fixed: true }), options);
  return expectations.map((result) => ({
    ...result,
    path: result.path === "outcome" ? "fix" : `fix.${result.path}`,
    actual: result.path === "outcome" && failure !== null ? `refused at step ${failure.step}: ${failure.code}` : result.actual,
  }));
}

async function deviationFromBase({ scenario, files, folder }: TestedScenario, { steps: here }: RunReport, options: RunOptions): Promise<Deviation | null> {
  const base = loadBase(scenario, files, folder);
  if (base === null || scenario.base === null) return null;
  const { steps } = await runScenario(base, options);
  return findDeviation({ base: scenario.base, steps }, here);
}
