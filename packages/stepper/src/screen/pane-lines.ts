import { knownAt, lifeLinesOf, trustDecisionAt } from "@irsa-sim/story";
import { isBlind } from "../lesson/is-blind.js";
import { checkLines } from "../panes/check-lines.js";
import { howLines } from "../panes/how-lines.js";
import { livesLines } from "../panes/lives-lines.js";
import { messageLines } from "../panes/message-lines.js";
import type { PaneContext } from "../panes/pane-context.js";
import { podLines } from "../panes/pod-lines.js";
import { policyLines } from "../panes/policy-lines.js";
import { tokenPaneLines } from "../panes/token-pane-lines.js";
import { volumeLines } from "../panes/volume-lines.js";
import { whyLines } from "../panes/why-lines.js";
import type { PaneName } from "../state/panes.js";
import type { Position } from "../state/position.js";
import type { StepperState } from "../state/stepper-state.js";
import { storyOf } from "../state/story-of.js";
import type { StepperPalette } from "./stepper-palette.js";

const LINES: Readonly<Record<PaneName, (context: PaneContext) => readonly string[]>> = {
  why: whyLines,
  how: howLines,
  message: messageLines,
  token: tokenPaneLines,
  pod: podLines,
  checks: checkLines,
  policy: (context) => policyLines(trustDecisionAt(context.story, { seq: context.here.until }), context),
  volume: volumeLines,
  lives: (context) => livesLines(lifeLinesOf(context.story), context),
};

/** All lines of the open pane, whether they can be seen or not. */
export function paneLines(
  state: StepperState,
  here: Position,
  { width, palette, showTokens }: { readonly width: number; readonly palette: StepperPalette; readonly showTokens: boolean },
): readonly string[] {
  const story = storyOf(state);
  const step = story.steps[here.step];
  if (step === undefined) throw new Error(`a story has ten steps, asked for ${here.step}`);
  const known = knownAt(story, { seq: here.until });
  const startAt = state.played.story.report.startAt;
  return LINES[state.pane]({ played: state.played, story, step, here, known, startAt, width, palette, showTokens, isBlind: isBlind(state) });
}
