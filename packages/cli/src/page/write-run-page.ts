import type { RunReport } from "@irsa-sim/core";
import { toJson } from "@irsa-sim/trace-views";
import type { RunFlags } from "../commands/run-flags.js";
import { writeAtomically } from "../files/write-atomically.js";
import { embedInPage } from "./embed-in-page.js";
import { openScenario } from "./open-scenario.js";
import { readPage } from "./read-page.js";

/** A run, and how its scenario was named. */
interface RunOnPage {
  readonly name: string;
  readonly report: RunReport;
  readonly flags: Pick<RunFlags, "showTokens" | "cell">;
}

/**
 * `irsa-sim run --html`: the page with a run in it, as `--json` would print it.
 *
 * @throws {UsageError} when the page was not made
 * @throws {PathError} when the file cannot be written
 */
export function writeRunPage(path: string, { name, report, flags }: RunOnPage): void {
  const { seed, startAt } = report;
  const json = [...toJson(report, { showTokens: flags.showTokens ?? false })].join("");
  writeAtomically(path, embedInPage(readPage(), { ...openScenario(name, flags.cell), report: json, conditions: { seed, startAt }, results: [] }));
}
