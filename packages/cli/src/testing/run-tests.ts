import type { ScenarioResult } from "@irsa-sim/core";
import type { ScenarioFiles } from "@irsa-sim/scenario-runner";
import { invalidResult } from "./invalid-result.js";
import type { InvalidScenario } from "./invalid-scenario.js";
import type { FoundScenario } from "./load-all.js";
import { type TestOneFlags, testOne } from "./test-one.js";
import type { WorkerPool } from "./worker-pool.js";

/** How scenarios are tested. */
export interface TestRun {
  readonly files: ScenarioFiles;
  readonly flags: TestOneFlags;
  /** The threads that play beside this one; none for one scenario at a time. */
  readonly pool: WorkerPool;
  readonly failFast: boolean;
  /** Called before each. */
  readonly onStart: (name: string) => void;
  /** Called after each, in the order of the scenarios; says whether to go on. */
  readonly onResult: (result: ScenarioResult) => Promise<"go on" | "stop">;
}

/** A scenario to test, under its name; of an invalid one its faults are the result. */
export type Testable = { readonly name: string } & (FoundScenario | InvalidScenario);

/** Tests scenarios; with `failFast` until the first that fails. The results are the same, and in the same order, however many threads there are. */
export function runTests(scenarios: readonly Testable[], run: TestRun): Promise<readonly ScenarioResult[]> {
  // This thread plays too: it has loaded all there is to load.
  const here: Lane = (found) => testOne(found, run.files, run.flags);
  const others = run.pool.workers.map(
    (worker): Lane =>
      ({ folder, scenario: { cell } }) =>
        worker.test({ folder, cell }),
  );
  return runLanes(scenarios, run, [here, ...others]);
}

type Lane = (found: FoundScenario) => Promise<ScenarioResult>;

/** Each lane takes the next scenario when it is free; results are told as soon as all before them are there. */
async function runLanes(
  scenarios: readonly Testable[],
  { files, failFast, onStart, onResult }: TestRun,
  lanes: readonly Lane[],
): Promise<readonly ScenarioResult[]> {
  const results: ScenarioResult[] = [];
  let next = 0;
  let told = 0;
  let isOver = false;
  const drive = async (lane: Lane): Promise<void> => {
    for (let index = next++; index < scenarios.length && !isOver; index = next++) {
      const found = scenarios[index] as Testable;
      onStart(found.name);
      results[index] = "error" in found ? invalidResult(found, files) : await lane(found);
      for (let ready = results[told]; ready !== undefined && !isOver; ready = results[told]) {
        told += 1;
        // Before anything is waited for, so that no other lane tells one more.
        isOver = failFast && ready.outcome !== "passed";
        if ((await onResult(ready)) === "stop") isOver = true;
      }
    }
  };
  await Promise.all(lanes.map(drive));
  return results.slice(0, told);
}
