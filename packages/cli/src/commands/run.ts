import type { RunReport, Step } from "@irsa-sim/core";
import { compareRuns } from "@irsa-sim/story";
import { chooseStory, type RunViewOptions, renderRun, tellRun, toJson } from "@irsa-sim/trace-views";
import { EXIT } from "../exit-codes.js";
import { createPalette } from "../terminal/palette.js";
import { print } from "../terminal/print.js";
import { terminalWidth } from "../terminal/width.js";
import { UsageError } from "../usage-error.js";
import { howTyped } from "./how-typed.js";
import { nobodyThere } from "./nobody-there.js";
import { play, playWithBase } from "./play.js";
import type { RunFlags } from "./run-flags.js";

/**
 * `irsa-sim run`: plays a scenario and prints it.
 *
 * @returns the exit code: 0 when everything came out as the scenario expects, else 1
 * @throws {UsageError} when the step to show comes after the last one to show, or there is no such pod or container
 */
export async function run(name: string, flags: RunFlags): Promise<number> {
  const { step, toStep = 9 } = flags;
  if (step !== undefined && step > toStep)
    throw new UsageError(`--step ${step} comes after --to-step ${toStep}: there would be nothing to show`, {
      hint: "give one of the two, or a larger --to-step",
    });
  // What was not kept of a trace cannot be compared, and JSON has no view.
  const { report, base } = flags.json || flags.trace !== undefined ? { report: await play(name, flags), base: null } : await playWithBase(name, flags);
  if (flags.html !== undefined) (await import("../page/write-run-page.js")).writeRunPage(flags.html, { name, report, flags });
  if (flags.mermaid !== undefined || flags.svg !== undefined || flags.markdown !== undefined)
    (await import("./write-drawings.js")).writeDrawings(report, flags);
  if (flags.json) for (const part of toJson(report, { showTokens: flags.showTokens ?? false })) print(part);
  else print(renderRun(report, viewOptions(name, { report, base }, flags)), { styled: flags.color });
  return report.outcome === "as-expected" ? EXIT.asExpected : EXIT.unexpected;
}

function viewOptions(name: string, { report, base }: { readonly report: RunReport; readonly base: RunReport | null }, flags: RunFlags): RunViewOptions {
  const { pod, container, full = false, verbose = false, showTokens = false } = flags;
  const about = { ...(pod === undefined ? {} : { pod }), ...(container === undefined ? {} : { container }) };
  const story = tellRun(report);
  if (chooseStory(story, about) === null) throw nobodyThere(story, about);
  const isMain = pod === undefined && container === undefined;
  return {
    ...{ width: terminalWidth(), palette: createPalette(flags.color), verbose, full, showTokens, about, typed: howTyped(name, report.scenario) },
    ...(flags.step === undefined ? {} : { onlyStep: flags.step as Step }),
    ...(flags.toStep === undefined ? {} : { toStep: flags.toStep as Step }),
    // The main stories are compared.
    ...(base === null || report.base === null || !isMain ? {} : { against: { base: report.base, comparison: compareRuns(tellRun(base), story) } }),
  };
}
