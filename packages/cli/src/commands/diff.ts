import type { RunReport } from "@irsa-sim/core";
import { compareRuns } from "@irsa-sim/story";
import { renderComparison, tellRun } from "@irsa-sim/trace-views";
import { EXIT } from "../exit-codes.js";
import { readSavedRun } from "../files/read-saved-run.js";
import { createPalette } from "../terminal/palette.js";
import { print } from "../terminal/print.js";
import { terminalWidth } from "../terminal/width.js";
import { play } from "./play.js";
import type { RunFlags } from "./run-flags.js";

/**
 * `irsa-sim diff`: two runs step by step, each a scenario or what `irsa-sim run --json` wrote.
 *
 * @returns the exit code: 0 when they are the same but for what differs by chance, else 1
 * @throws {UsageError} when there is no such scenario or file
 * @throws {InputFileError} for a file that holds no run
 */
export async function diff(first: string, second: string, flags: RunFlags): Promise<number> {
  const [base, here] = [await readRun(first, flags), await readRun(second, flags)];
  const comparison = compareRuns(tellRun(base), tellRun(here));
  if (flags.json) print(`${JSON.stringify({ schema: "irsa-sim/diff/v1", base: base.scenario, here: here.scenario, ...comparison }, null, 2)}\n`);
  else print(renderComparison(base, here, { width: terminalWidth(), palette: createPalette(flags.color), showTokens: false }), { styled: flags.color });
  return comparison.first === null ? EXIT.asExpected : EXIT.unexpected;
}

async function readRun(name: string, flags: RunFlags): Promise<RunReport> {
  return readSavedRun(name) ?? play(name, flags);
}
