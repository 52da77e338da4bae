import { appendFileSync, mkdirSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { dirname } from "node:path";
import type { ScenarioResult, TestReport } from "@irsa-sim/core";
import { renderTestResult, renderTestSummary } from "@irsa-sim/trace-views";
import { EXIT } from "../exit-codes.js";
import { createScenarioFilesOnDisk, type ScenarioFilesOnDisk } from "../files/scenario-files-on-disk.js";
import { readKeys } from "../terminal/keys.js";
import { createPalette } from "../terminal/palette.js";
import { findScenarios } from "../testing/find-scenarios.js";
import { readLastFailures, rememberFailures } from "../testing/last-run.js";
import { type FoundScenario, loadAll } from "../testing/load-all.js";
import { createProgress } from "../testing/progress.js";
import { renderReport } from "../testing/render-report.js";
import type { ReportTarget } from "../testing/report-target.js";
import { runTests } from "../testing/run-tests.js";
import { type Selection, selectScenarios } from "../testing/select-scenarios.js";
import { shuffle } from "../testing/shuffle.js";
import { tuneEngine } from "../testing/tune-engine.js";
import { createWorkerPool, type WorkerPool } from "../testing/worker-pool.js";
import { UsageError } from "../usage-error.js";
import type { RunFlags } from "./run-flags.js";

/** The options of `test`. */
export interface TestFlags extends Pick<RunFlags, "network" | "seed" | "startAt" | "freshKeys" | "color" | "json"> {
  readonly report: readonly ReportTarget[];
  readonly filter?: RegExp;
  readonly tag?: Selection["tags"];
  readonly status?: "failed";
  readonly shard?: Selection["shard"];
  readonly list?: boolean;
  readonly update?: boolean;
  readonly watch?: boolean;
  readonly shuffle?: boolean;
  readonly pauseOnFailure?: boolean;
  readonly failFast?: boolean;
  readonly allowEmpty?: boolean;
  readonly repeat: number;
  readonly jobs?: number;
}

/**
 * `irsa-sim test`: plays scenarios and compares each with its `expect`.
 *
 * @param paths empty for the catalogue
 * @returns the exit code: 0 when all came out as expected, else 1
 * @throws {UsageError} when nothing is selected
 * @throws {ScenarioError} when any file is invalid; then nothing was run
 */
export async function test(paths: readonly string[], flags: TestFlags): Promise<number> {
  tuneEngine();
  const files = createScenarioFilesOnDisk();
  const folders = findScenarios(files, paths);
  // Threads take a while to start, so they do it while this one reads the scenarios.
  const pool = createWorkerPool(decideJobs(flags, folders.length) - 1, flags);
  try {
    return await testFound({ files, found: loadAll(files, folders), pool }, flags);
  } finally {
    await pool.close();
  }
}

/** Below it threads take longer to start than they save. */
const MIN_FOR_THREADS = 40;

/** How many scenarios are played at a time, one of them in this thread. */
function decideJobs({ jobs, list, pauseOnFailure }: TestFlags, folders: number): number {
  if (list || pauseOnFailure) return 1;
  return jobs ?? (folders < MIN_FOR_THREADS ? 1 : availableParallelism());
}

interface Testing {
  readonly files: ScenarioFilesOnDisk;
  readonly found: readonly FoundScenario[];
  readonly pool: WorkerPool;
}

async function testFound({ files, found, pool }: Testing, flags: TestFlags): Promise<number> {
  const inOrder = select(found, flags);
  const selected = flags.shuffle ? shuffle(inOrder, flags.seed) : inOrder;
  if (flags.list) {
    process.stdout.write(selected.map(({ scenario }) => `${scenario.name}\n`).join(""));
    return EXIT.asExpected;
  }
  const palette = createPalette(flags.color);
  const progress = createProgress();
  const repeated = Array.from({ length: flags.repeat }, () => selected).flat();
  const startedAt = performance.now();
  let done = 0;
  const results = await runTests(repeated, {
    files,
    flags,
    pool,
    failFast: flags.failFast ?? false,
    onStart: (name) => progress.show(`${done + 1}/${repeated.length}  ${name}`),
    onResult: async (result) => {
      done += 1;
      progress.clear();
      if (!isSilent(flags)) process.stdout.write(renderTestResult(result, { palette }));
      return flags.pauseOnFailure && result.outcome === "failed" ? pause() : "go on";
    },
  });
  const report = summarize(results, { planned: repeated.length, durationMs: Math.round(performance.now() - startedAt), flags });
  if (!isSilent(flags)) process.stdout.write(renderTestSummary(report, { palette }));
  rememberFailures(results);
  writeReports(report, flags);
  return report.failed === 0 ? EXIT.asExpected : EXIT.unexpected;
}

/** Waits for a key at a terminal, which is the only place where anybody could press one. */
async function pause(): Promise<"go on" | "stop"> {
  if (!process.stdin.isTTY || !process.stdout.isTTY) return "go on";
  process.stdout.write("Enter goes on · q stops\n");
  for await (const key of readKeys()) {
    if (key === "") return "go on";
    if (key === "q") return "stop";
  }
  return "stop";
}

/** @throws {UsageError} when nothing is left, and that was not allowed */
function select(found: readonly FoundScenario[], flags: TestFlags): readonly FoundScenario[] {
  const failedLastTime = flags.status === "failed" ? (readLastFailures() ?? new Set<string>()) : null;
  const tags = flags.tag ?? { wanted: [], unwanted: [] };
  const named = found.map((one) => ({ ...one, name: one.scenario.name, tags: one.scenario.tags }));
  const selected = selectScenarios(named, { filter: flags.filter ?? null, tags, failedLastTime, shard: flags.shard ?? null });
  if (selected.length > 0 || flags.allowEmpty) return selected;
  throw new UsageError(`none of ${found.length} scenarios is selected`, {
    hint: "irsa-sim test --list shows what a selection takes; --allow-empty lets it be empty",
  });
}

/** A report on standard output stands there alone. */
function isSilent({ json, report }: TestFlags): boolean {
  return (json ?? false) || report.some(({ file, format }) => file === null && format !== "github");
}

function summarize(results: readonly ScenarioResult[], run: { readonly planned: number; readonly durationMs: number; readonly flags: TestFlags }): TestReport {
  const failed = results.filter(({ outcome }) => outcome === "failed").length;
  return {
    schema: "irsa-sim/test/v1",
    seed: run.flags.seed,
    network: run.flags.network,
    passed: results.length - failed,
    failed,
    skipped: run.planned - results.length,
    durationMs: run.durationMs,
    scenarios: results,
  };
}

function writeReports(report: TestReport, flags: TestFlags): void {
  const { json, report: targets } = flags;
  // In GitHub's own runner annotations are what everybody wants; elsewhere they are asked for.
  const isOnGithub = process.env.GITHUB_ACTIONS === "true" && !isSilent(flags);
  const isAsked = targets.some(({ format }) => format === "github");
  const all: readonly ReportTarget[] = [
    ...targets,
    ...(json ? [{ format: "json", file: null } as const] : []),
    ...(isOnGithub && !isAsked ? [{ format: "github", file: null } as const] : []),
  ];
  for (const target of all) {
    const text = renderReport(report, target);
    if (target.file === null) process.stdout.write(text);
    else {
      mkdirSync(dirname(target.file), { recursive: true });
      writeFileSync(target.file, text);
    }
  }
  const summary = process.env.GITHUB_STEP_SUMMARY;
  if (isOnGithub && summary) appendFileSync(summary, renderReport(report, { format: "markdown" }));
}
