import type { Step } from "@irsa-sim/core";
import { renderRun, toJson } from "@irsa-sim/trace-views";
import { EXIT } from "../exit-codes.js";
import { createPalette } from "../terminal/palette.js";
import { terminalWidth } from "../terminal/width.js";
import { play } from "./play.js";
import type { RunFlags } from "./run-flags.js";

/**
 * `irsa-sim run`: plays a scenario and prints it.
 *
 * @returns the exit code: 0 when everything came out as the scenario expects, else 1
 */
export async function run(name: string, flags: RunFlags): Promise<number> {
  const report = await play(name, flags);
  const showTokens = flags.showTokens ?? false;
  process.stdout.write(flags.json ? `${toJson(report, { showTokens })}\n` : renderRun(report, viewOptions(flags)));
  return report.outcome === "as-expected" ? EXIT.asExpected : EXIT.unexpected;
}

function viewOptions(flags: RunFlags) {
  const options = { width: terminalWidth(), palette: createPalette(flags.color), verbose: flags.verbose ?? false, showTokens: flags.showTokens ?? false };
  return {
    ...options,
    ...(flags.step === undefined ? {} : { onlyStep: flags.step as Step }),
    ...(flags.toStep === undefined ? {} : { toStep: flags.toStep as Step }),
  };
}
