import { type Checked, type CheckOptions, check as checkFiles, type Mended, mend } from "@irsa-sim/check";
import { type CheckReport, epochMillis } from "@irsa-sim/core";
import { likenessOf } from "@irsa-sim/explain";
import { WELL_KNOWN_KEYS } from "@irsa-sim/simulation";
import { cleanLine, renderCheck, shellWord } from "@irsa-sim/trace-views";
import type { CheckFlags } from "../check/check-flags.js";
import { collectInput } from "../check/collect-input.js";
import { parseEvidence } from "../check/parse-evidence.js";
import { parseSdk } from "../check/parse-sdk.js";
import { saveScenarios } from "../check/save-scenarios.js";
import { toFixText } from "../check/to-fix-text.js";
import { toUnifiedDiff } from "../check/to-unified-diff.js";
import { writeCheckReports } from "../check/write-check-reports.js";
import { writeMended } from "../check/write-mended.js";
import { EXIT } from "../exit-codes.js";
import { createPalette } from "../terminal/palette.js";
import { print } from "../terminal/print.js";
import { printError } from "../terminal/print-error.js";
import { printNotices } from "../terminal/print-notices.js";
import { terminalWidth } from "../terminal/width.js";
import { tuneEngine } from "../testing/tune-engine.js";

const LARGE_CHARACTERS = 4 * 1024 * 1024;

/**
 * `irsa-sim check`: plays what stands in the user's own files.
 *
 * @returns the exit code: 0 when every workload gets its role's credentials, with `--write` once the files are mended; else 1, and also when `--strict` and something
 *   had to be assumed
 * @throws {CheckError} when named files have faults, or no workload stands in the files
 * @throws {UsageError} when there is no such file, or one changed before it was written
 */
export async function check(paths: readonly string[], flags: CheckFlags): Promise<number> {
  const input = await collectInput(paths);
  // What pays for many worlds does not for one large text.
  if (!input.files.some(({ text }) => text.length > LARGE_CHARACTERS)) tuneEngine();
  const options = optionsOf(flags);
  const checked = await checkFiles(input.files, options);
  const { report } = checked;
  printNotices(report.notices);
  for (const message of input.passedOver) printError(`notice: ${message}\n`);
  const mended = flags.fix || flags.write ? await mend(input.files, checked, options) : null;
  if (flags.html !== undefined) (await import("../check/write-check-page.js")).writeCheckPage(flags.html, checked.played);
  const saved = flags.save === undefined ? [] : saveScenarios(flags.save, checked.played);
  if (flags.json) print(`${JSON.stringify(mended === null ? report : { ...report, fixes: fixesOf(mended) }, null, 2)}\n`);
  else if (!flags.report.some(({ file, format }) => file === null && format !== "github"))
    print(renderCheck(report, { width: terminalWidth(), palette: createPalette(flags.color) }), { styled: flags.color });
  writeCheckReports(report, flags.report);
  if (mended !== null && !flags.json) printFixes(checked, mended);
  for (const folder of saved) printError(`${cleanLine(folder)} written; now: irsa-sim run ${shellWord(folder)}\n`);
  const own = mended?.files.filter(({ generated }) => generated === null) ?? [];
  if (mended !== null && flags.write) writeMended(own, input.paths);
  return exitCodeOf(flags.write && mended !== null && own.length === mended.files.length ? mended.report : report, flags);
}

function optionsOf(flags: CheckFlags): CheckOptions {
  const { call, workload, namespace, cluster, sdk } = flags;
  const asked = { workload: workload ?? null, namespace: namespace ?? null, cluster: cluster ?? null };
  return {
    calls: call,
    ...asked,
    ...parseSdk(sdk),
    evidence: parseEvidence(flags),
    likenessOf,
    seed: "1",
    startAt: epochMillis(Date.now()),
    keys: WELL_KNOWN_KEYS,
  };
}

function exitCodeOf({ verdict, assumptions }: CheckReport, { strict = false }: CheckFlags): number {
  return verdict === "broken" || (strict && assumptions.length > 0) ? EXIT.unexpected : EXIT.asExpected;
}

function fixesOf({ files, report }: Mended) {
  return { verdict: report.verdict, files: files.map((mended) => ({ file: mended.file, diff: toUnifiedDiff(mended), generated: mended.generated })) };
}

function printFixes({ report }: Checked, { files, report: after }: Mended): void {
  if (report.verdict === "works") return;
  const broken = ({ workloads }: CheckReport): number => workloads.filter(({ verdict }) => verdict === "broken").length;
  const left = broken(after) === 0 ? "then all works" : `${broken(after)} of ${broken(report)} stay broken`;
  print(files.length === 0 ? "\nNo change of these files is known to help.\n" : `\nThis change was tried; ${left}:\n\n`);
  for (const file of files) print(toFixText(file));
}
