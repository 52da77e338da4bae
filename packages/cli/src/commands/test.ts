import type { TestReport } from "@irsa-sim/core";
import { renderTestResult, renderTestSummary } from "@irsa-sim/trace-views";
import { EXIT } from "../exit-codes.js";
import { createScenarioFilesOnDisk, type ScenarioFilesOnDisk } from "../files/scenario-files-on-disk.js";
import { readKeys } from "../terminal/keys.js";
import { createPalette } from "../terminal/palette.js";
import { print } from "../terminal/print.js";
import { printNotices } from "../terminal/print-notices.js";
import { decideJobs } from "../testing/decide-jobs.js";
import { findScenarios } from "../testing/find-scenarios.js";
import { rememberFailures } from "../testing/last-run.js";
import { loadAll } from "../testing/load-all.js";
import { createProgress } from "../testing/progress.js";
import { runTests, type Testable } from "../testing/run-tests.js";
import { selectTests } from "../testing/select-tests.js";
import { shuffle } from "../testing/shuffle.js";
import { summarize } from "../testing/summarize.js";
import { tuneEngine } from "../testing/tune-engine.js";
import { createWorkerPool, type WorkerPool } from "../testing/worker-pool.js";
import { isSilent, writeReports } from "../testing/write-reports.js";
import type { TestFlags } from "./test-flags.js";

/** Says whether files have changed since the test began, so that its results are no longer theirs. */
export type IsOvertaken = () => boolean;

/**
 * `irsa-sim test`: plays scenarios and compares each with its `expect`.
 *
 * @param paths empty for the catalogue
 * @returns the exit code: 0 when all came out as expected, 3 when the files of any are invalid, else 1
 * @throws {UsageError} when nothing is selected
 * @throws {PathError} when a report, the page or a drawing cannot be written; the other reports are
 */
export async function test(paths: readonly string[], flags: TestFlags, isOvertaken: IsOvertaken = () => false): Promise<number> {
  tuneEngine();
  const files = createScenarioFilesOnDisk();
  const folders = findScenarios(files, paths);
  const pool = createWorkerPool(flags, files.opened());
  try {
    // Threads take a while to start, so they do it while this one reads the scenarios; where some are selected, it is not known yet for how many.
    const selects = flags.filter ?? flags.tag ?? flags.status ?? flags.shard;
    if (selects === undefined) pool.grow(decideJobs(flags, folders.length) - 1);
    const selected = selectTests(loadAll(files, folders), flags);
    const inOrder = flags.shuffle ? shuffle(selected, flags.seed) : selected;
    if (flags.list) {
      print(inOrder.map(({ name }) => `${name}\n`).join(""));
      return EXIT.asExpected;
    }
    printNotices(inOrder.flatMap((one) => ("scenario" in one ? one.scenario.notices : [])));
    const report = await play({ files, pool, planned: Array.from({ length: flags.repeat }, () => inOrder).flat(), isOvertaken }, flags);
    if (report === null) return EXIT.unexpected;
    const code = conclude(report, flags);
    if (flags.html !== undefined) (await import("../page/write-test-page.js")).writeTestPage(flags.html, { report, selected, files, flags });
    if (flags.mermaid !== undefined || flags.svg !== undefined || flags.markdown !== undefined)
      await (await import("../testing/write-test-drawings.js")).writeTestDrawings(flags, { report, selected });
    return code;
  } finally {
    await pool.close();
  }
}

interface Testing {
  readonly files: ScenarioFilesOnDisk;
  readonly pool: WorkerPool;
  readonly planned: readonly Testable[];
  readonly isOvertaken: IsOvertaken;
}

/** Plays what is planned and tells each result; `null` when the run was overtaken, whose results are nobody's any more. */
async function play({ files, pool, planned, isOvertaken }: Testing, flags: TestFlags): Promise<TestReport | null> {
  const palette = createPalette(flags.color);
  const progress = createProgress();
  const startedAt = performance.now();
  let done = 0;
  pool.grow(decideJobs(flags, planned.length) - 1);
  const results = await runTests(planned, {
    files,
    flags,
    pool,
    failFast: flags.failFast ?? false,
    onStart: (name) => progress.show(`${done + 1}/${planned.length}  ${name}`),
    onResult: async (result) => {
      done += 1;
      progress.clear();
      if (isOvertaken()) return "stop";
      if (!isSilent(flags)) print(renderTestResult(result, { palette }), { styled: flags.color });
      return flags.pauseOnFailure && result.outcome !== "passed" ? pause() : "go on";
    },
  });
  if (isOvertaken()) return null;
  return summarize(results, { planned: planned.length, durationMs: Math.round(performance.now() - startedAt), flags });
}

function conclude(report: TestReport, flags: TestFlags): number {
  if (!isSilent(flags)) print(renderTestSummary(report, { palette: createPalette(flags.color) }), { styled: flags.color });
  rememberFailures(report.scenarios);
  writeReports(report, flags);
  if (report.scenarios.some(({ outcome }) => outcome === "invalid" || outcome === "exceeded")) return EXIT.invalidInput;
  return report.failed === 0 ? EXIT.asExpected : EXIT.unexpected;
}

/** Waits for a key at a terminal, which is the only place where anybody could press one. */
async function pause(): Promise<"go on" | "stop"> {
  if (!process.stdin.isTTY || !process.stdout.isTTY) return "go on";
  print("Enter goes on · q stops\n");
  for await (const key of readKeys()) {
    if (key === "") return "go on";
    if (key === "q") return "stop";
  }
  return "stop";
}
