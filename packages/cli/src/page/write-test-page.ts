import { dirname } from "node:path";
import type { ScenarioResult, TestReport } from "@irsa-sim/core";
import type { RunFlags } from "../commands/run-flags.js";
import type { ScenarioFilesOnDisk } from "../files/scenario-files-on-disk.js";
import { writeAtomically } from "../files/write-atomically.js";
import type { Testable } from "../testing/run-tests.js";
import { embedInPage } from "./embed-in-page.js";
import { openFolder } from "./open-folder.js";
import { readPage } from "./read-page.js";

/** What was tested, beside what came of it. */
interface Tested {
  readonly report: TestReport;
  readonly selected: readonly Testable[];
  readonly files: ScenarioFilesOnDisk;
  /** What it was played with. */
  readonly flags: Pick<RunFlags, "seed" | "startAt">;
}

/**
 * `irsa-sim test --html`: the page with an index of what was tested, from which each scenario opens. The page plays it anew with the same seed, which gives the same trace.
 *
 * @throws {UsageError} when the page was not made
 * @throws {PathError} when the file cannot be written
 */
export function writeTestPage(path: string, { report, selected, files, flags: { seed, startAt } }: Tested): void {
  const arounds = [...new Set(selected.map(({ folder }) => dirname(folder)))];
  const placeOf = (folder: string): string => (arounds.length === 1 ? "own" : `own/${arounds.indexOf(dirname(folder)) + 1}`);
  const opened = new Map(
    selected.map((one) => [one.name, openFolder(files, one.folder, { cell: "scenario" in one ? one.scenario.cell : one.cell, place: placeOf(one.folder) })]),
  );
  const results = report.scenarios.flatMap((result) => {
    const place = opened.get(result.name);
    if (place === undefined) return [];
    const { name, title, outcome } = result;
    return [{ name, title, outcome, problem: problemOf(result), folder: place.folder, cell: place.cell }];
  });
  const own = Object.assign({}, ...[...opened.values()].map((one) => one.files)) as Readonly<Record<string, string>>;
  writeAtomically(path, embedInPage(readPage(), { folder: "scenarios/basic", cell: null, files: own, report: null, conditions: { seed, startAt }, results }));
}

function problemOf({ expectations }: ScenarioResult): string | null {
  const unmet = expectations.find(({ met }) => !met);
  return unmet === undefined ? null : `${unmet.path}: expected ${unmet.expected}, found ${unmet.actual}`;
}
