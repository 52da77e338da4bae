import type { ScenarioResult } from "@irsa-sim/core";
import type { ScenarioFiles } from "@irsa-sim/scenario-runner";
import type { FoundScenario } from "./load-all.js";
import { type PlayFlags, testOne } from "./test-one.js";
import { createWorkerPool } from "./worker-pool.js";

/** How scenarios are tested. */
export interface TestRun {
  readonly files: ScenarioFiles;
  readonly flags: PlayFlags;
  /** How many at a time, each in a thread of its own; 1 for this thread. */
  readonly jobs: number;
  readonly failFast: boolean;
  /** Called before each. */
  readonly onStart: (name: string) => void;
  /** Called after each, in the order of the scenarios. */
  readonly onResult: (result: ScenarioResult) => void;
}

/** Tests scenarios; with `failFast` until the first that fails. The results are the same, and in the same order, whatever `jobs` is. */
export async function runTests(scenarios: readonly FoundScenario[], run: TestRun): Promise<readonly ScenarioResult[]> {
  if (run.jobs === 1) return runLanes(scenarios, run, [(found) => testOne(found, run.files, run.flags)]);
  const pool = createWorkerPool(run.jobs, run.flags);
  try {
    return await runLanes(
      scenarios,
      run,
      pool.workers.map(
        (worker) =>
          ({ folder, scenario: { cell } }) =>
            worker.test({ folder, cell }),
      ),
    );
  } finally {
    await pool.close();
  }
}

type Lane = (found: FoundScenario) => Promise<ScenarioResult>;

/** Each lane takes the next scenario when it is free; results are told as soon as all before them are there. */
async function runLanes(
  scenarios: readonly FoundScenario[],
  { failFast, onStart, onResult }: TestRun,
  lanes: readonly Lane[],
): Promise<readonly ScenarioResult[]> {
  const results: ScenarioResult[] = [];
  let next = 0;
  let told = 0;
  let isOver = false;
  const drive = async (lane: Lane): Promise<void> => {
    for (let index = next++; index < scenarios.length && !isOver; index = next++) {
      const found = scenarios[index] as FoundScenario;
      onStart(found.scenario.name);
      results[index] = await lane(found);
      for (let ready = results[told]; ready !== undefined && !isOver; ready = results[told]) {
        told += 1;
        onResult(ready);
        isOver = failFast && ready.outcome === "failed";
      }
    }
  };
  await Promise.all(lanes.map(drive));
  return results.slice(0, told);
}
