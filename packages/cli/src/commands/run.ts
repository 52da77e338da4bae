import type { Step } from "@irsa-sim/core";
import { type RunViewOptions, renderRun, toJson } from "@irsa-sim/trace-views";
import { EXIT } from "../exit-codes.js";
import { createPalette } from "../terminal/palette.js";
import { print } from "../terminal/print.js";
import { terminalWidth } from "../terminal/width.js";
import { UsageError } from "../usage-error.js";
import { howTyped } from "./how-typed.js";
import { play } from "./play.js";
import type { RunFlags } from "./run-flags.js";

/**
 * `irsa-sim run`: plays a scenario and prints it.
 *
 * @returns the exit code: 0 when everything came out as the scenario expects, else 1
 * @throws {UsageError} when the step to show comes after the last one to show
 */
export async function run(name: string, flags: RunFlags): Promise<number> {
  const { step, toStep = 9 } = flags;
  if (step !== undefined && step > toStep)
    throw new UsageError(`--step ${step} comes after --to-step ${toStep}: there would be nothing to show`, {
      hint: "give one of the two, or a larger --to-step",
    });
  const report = await play(name, flags);
  if (flags.json) for (const part of toJson(report, { showTokens: flags.showTokens ?? false })) print(part);
  else print(renderRun(report, viewOptions(name, report.scenario, flags)), { styled: flags.color });
  return report.outcome === "as-expected" ? EXIT.asExpected : EXIT.unexpected;
}

function viewOptions(name: string, played: string, flags: RunFlags): RunViewOptions {
  return {
    ...{ width: terminalWidth(), palette: createPalette(flags.color), verbose: flags.verbose ?? false, showTokens: flags.showTokens ?? false },
    typed: howTyped(name, played),
    ...(flags.step === undefined ? {} : { onlyStep: flags.step as Step }),
    ...(flags.toStep === undefined ? {} : { toStep: flags.toStep as Step }),
  };
}
