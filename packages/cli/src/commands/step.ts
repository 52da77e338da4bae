import type { RunReport } from "@irsa-sim/core";
import { renderFailure, renderMessages, renderProse, renderStepBlock } from "@irsa-sim/trace-views";
import { EXIT } from "../exit-codes.js";
import { readKeys } from "../terminal/keys.js";
import { createPalette } from "../terminal/palette.js";
import { print } from "../terminal/print.js";
import { terminalWidth } from "../terminal/width.js";
import { howTyped } from "./how-typed.js";
import { play } from "./play.js";
import type { RunFlags } from "./run-flags.js";
import { decideMove, type StepView } from "./step-moves.js";

const HELP = "Enter → next · b ← back · 0-9 jump · i whole messages · q Esc quit";

/**
 * `irsa-sim step`: shows a run one step at a time, driven by its trace; forward, back, or straight to a step.
 * From a pipe each line is a key, so that a script can walk through as a trainer does.
 */
export async function step(name: string, flags: RunFlags): Promise<number> {
  const report = await play(name, flags);
  let view: StepView = { step: 0, messages: false };
  const typed = howTyped(name, report.scenario);
  show(report, view, { flags, typed });
  for await (const key of readKeys()) {
    const next = decideMove(view, key);
    if (next === "quit") break;
    if (next === "stay") continue;
    view = next;
    show(report, view, { flags, typed });
  }
  return report.outcome === "as-expected" ? EXIT.asExpected : EXIT.unexpected;
}

function show(report: RunReport, view: StepView, { flags, typed }: { readonly flags: RunFlags; readonly typed: ReturnType<typeof howTyped> }): void {
  const palette = createPalette(flags.color);
  const options = { width: terminalWidth(), palette, verbose: false, showTokens: flags.showTokens ?? false, typed };
  const block = view.messages ? renderMessages(report, view.step, options) : renderStepBlock(report, view.step, options);
  const why = renderProse(report.steps[view.step]?.why ?? "", options);
  const help = palette.quiet(view.step === 9 ? HELP.replace("next", "ends") : HELP);
  const failure = report.failure?.step === view.step ? `\n${renderFailure(report, options)}` : "";
  print(`\n${block}${why}${failure}\n${help}\n`, { styled: flags.color });
}
