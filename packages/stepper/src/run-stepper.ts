import { composeFrame } from "./screen/compose-frame.js";
import type { ScreenLook } from "./screen/compose-screen.js";
import type { Stage } from "./stage.js";
import type { Change } from "./state/change.js";
import { decideKey } from "./state/decide-key.js";
import { reopenState } from "./state/open-state.js";
import type { StepperState } from "./state/stepper-state.js";
import type { Terminal } from "./terminal/open-terminal.js";

/** What a stepper needs besides what it shows first. */
export interface StepperOptions extends ScreenLook {
  readonly terminal: Terminal;
  readonly stage: Stage;
}

/** How it ended, and what was shown last. */
export interface StepperEnd {
  readonly how: "quit" | "next-lesson";
  readonly state: StepperState;
}

/** Shows a run and does what the keys say, until the viewer quits or wants the next lesson. The terminal stays open. */
export async function runStepper(first: StepperState, options: StepperOptions): Promise<StepperEnd> {
  const { terminal } = options;
  let state = first;
  for (;;) {
    const frame = composeFrame(state, terminal.size(), options);
    // Who holds a key down wants to see where it leads, not all that lies on the way.
    if (!terminal.isBehind()) terminal.paint(frame.draw());
    const event = await terminal.nextEvent();
    if (event.kind === "end") return { how: "quit", state };
    if (event.kind === "resize") continue;
    const { state: next, effect } = decideKey(state, event.key, frame.room);
    state = next;
    if (effect?.kind === "quit" || effect?.kind === "next-lesson") return { how: effect.kind, state };
    if (effect?.kind === "play") state = await playAgain(state, effect.change, options);
  }
}

async function playAgain(state: StepperState, change: Change, { stage, terminal }: StepperOptions): Promise<StepperState> {
  const play = () => stage.play(change);
  const played = stage.needsTerminal(change) ? await terminal.lend(play) : await play();
  if ("problem" in played) return { ...state, overlay: { kind: "problem", text: played.problem }, scroll: 0 };
  const { failure } = played.story.report;
  const end = failure === null ? "nothing is refused" : `refused in step ${failure.step}; ! goes there`;
  return { ...reopenState(state, played), notice: `played again: ${end}` };
}
