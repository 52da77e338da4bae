import { check as checkFiles } from "@irsa-sim/check";
import { epochMillis } from "@irsa-sim/core";
import { WELL_KNOWN_KEYS } from "@irsa-sim/simulation";
import { renderCheck } from "@irsa-sim/trace-views";
import type { CheckFlags } from "../check/check-flags.js";
import { collectInput } from "../check/collect-input.js";
import { parseSdk } from "../check/parse-sdk.js";
import { EXIT } from "../exit-codes.js";
import { createPalette } from "../terminal/palette.js";
import { print } from "../terminal/print.js";
import { printError } from "../terminal/print-error.js";
import { printNotices } from "../terminal/print-notices.js";
import { terminalWidth } from "../terminal/width.js";

/**
 * `irsa-sim check`: plays what stands in the user's own files.
 *
 * @returns the exit code: 0 when every workload gets its role's credentials, else 1; 1 too when `--strict` and something had to be assumed
 * @throws {CheckError} when named files have faults, or no workload stands in the files
 * @throws {UsageError} when there is no such file
 */
export async function check(paths: readonly string[], flags: CheckFlags): Promise<number> {
  const { files, passedOver } = await collectInput(paths);
  const { call, workload = null, namespace = null, cluster = null } = flags;
  const report = await checkFiles(files, {
    ...{ calls: call, workload, namespace, cluster, ...parseSdk(flags.sdk) },
    ...{ seed: "1", startAt: epochMillis(Date.now()), keys: WELL_KNOWN_KEYS },
  });
  printNotices(report.notices);
  for (const message of passedOver) printError(`notice: ${message}\n`);
  if (flags.json) print(`${JSON.stringify(report, null, 2)}\n`);
  else print(renderCheck(report, { width: terminalWidth(), palette: createPalette(flags.color) }), { styled: flags.color });
  return report.verdict === "broken" || (flags.strict === true && report.assumptions.length > 0) ? EXIT.unexpected : EXIT.asExpected;
}
