import type { StepStory, StoryOutcome } from "@irsa-sim/story";
import { cleanLine } from "@irsa-sim/trace-views";
import { isBlind } from "../lesson/is-blind.js";
import type { Position } from "../state/position.js";
import type { StepperState } from "../state/stepper-state.js";
import { storyOf } from "../state/story-of.js";
import { cut } from "./cut.js";
import { stepName } from "./step-name.js";
import type { StepperPalette } from "./stepper-palette.js";

const MARKS: Readonly<Record<StoryOutcome, string>> = { passed: "✔", refused: "✘", stopped: "■", recovered: "↻", incomplete: "–", "not-reached": "·" };

const WORDS: Readonly<Record<StoryOutcome, string>> = {
  passed: "done",
  refused: "refused here",
  stopped: "did its part; refused later",
  recovered: "refused first, then passed",
  incomplete: "something is missing",
  "not-reached": "not reached",
};

/** The ten steps, each with what became of it; where the viewer stands is marked. */
export function railLines(
  state: StepperState,
  here: Position,
  { isDetailed, width }: { readonly isDetailed: boolean; readonly width: number },
  palette: StepperPalette,
): readonly string[] {
  const blind = isBlind(state);
  return storyOf(state).steps.flatMap((step) => {
    const isHere = step.step === here.step;
    const mark = blind ? palette.quiet("?") : paintMark(step.outcome, palette);
    const name = stepName(step.step).padEnd(width - 7);
    const title = isHere ? palette.selected(name) : step.outcome === "not-reached" && !blind ? palette.quiet(name) : name;
    const line = ` ${isHere ? palette.accent("▸") : " "}${palette.accent(String(step.step))} ${mark} ${title}`;
    return isDetailed ? [line, palette.quiet(cut(`      ${blind ? "" : cleanLine(describe(step))}`, width))] : [line];
  });
}

function describe({ outcome, stoppedBy, summary, arrows, checks }: StepStory): string {
  if (outcome === "stopped" && stoppedBy !== null) return `refused in step ${stoppedBy}`;
  if (outcome !== "passed") return WORDS[outcome];
  if (summary.length > 0) return summary.join(" · ");
  const counts = [...counted(arrows.length, "message"), ...counted(checks.length, "check")];
  return counts.length === 0 ? WORDS.passed : counts.join(" · ");
}

function counted(count: number, what: string): readonly string[] {
  return count === 0 ? [] : [`${count} ${what}${count === 1 ? "" : "s"}`];
}

function paintMark(outcome: StoryOutcome, { good, bad, quiet }: StepperPalette): string {
  const paint = outcome === "passed" || outcome === "recovered" ? good : outcome === "refused" || outcome === "stopped" ? bad : quiet;
  return paint(MARKS[outcome]);
}
