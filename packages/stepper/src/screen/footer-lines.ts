import { cleanLine } from "@irsa-sim/trace-views";
import { isBlind } from "../lesson/is-blind.js";
import type { StepperState } from "../state/stepper-state.js";
import { cut } from "./cut.js";
import type { StepperPalette } from "./stepper-palette.js";

/** Most important first: what does not fit is left out, and `?` has them all. */
const KEYS = {
  story: [
    "Enter → next",
    "← back",
    "? keys",
    "q quit",
    "! failure",
    "Tab pane",
    "n p step",
    "/ search",
    "x break",
    "f fix",
    "l lesson",
    "s whose",
    "0-9 step",
    "↑↓ scroll",
    "o order",
    "u undo",
  ],
  blind: ["Enter → next", "← back", "l question", "? keys", "q quit", "Tab pane", "↑↓ scroll"],
  picking: ["type to narrow down", "↑↓ choose", "Enter take", "Esc leave"],
  reading: ["Esc back", "↑↓ scroll", "q quit"],
  lesson: { idle: [], asked: ["h hint", "Enter predict", "Esc look at what was written", "q quit"], revealed: ["Enter walk through it", "q quit"] },
  choosing: ["↑↓ choose", "Enter take", "Esc back to the question"],
} as const;

/** What there is to say, and the keys. */
export function footerLines(state: StepperState, columns: number, palette: StepperPalette): readonly string[] {
  const notice = state.notice === null ? "" : ` ${palette.accent("▪")} ${cleanLine(state.notice)}`;
  return [cut(notice, columns), palette.quiet(fitted(keysOf(state), columns))];
}

function keysOf(state: StepperState): readonly string[] {
  const { overlay, lesson, series } = state;
  if (overlay === null) return isBlind(state) ? KEYS.blind : KEYS.story;
  if (overlay.kind === "help" || overlay.kind === "problem") return KEYS.reading;
  if (overlay.kind !== "lesson") return KEYS.picking;
  if (lesson.phase === "step" || lesson.phase === "cause") return KEYS.choosing;
  return lesson.phase === "revealed" && series !== null ? ["N next lesson", ...KEYS.lesson.revealed] : KEYS.lesson[lesson.phase];
}

function fitted(keys: readonly string[], columns: number): string {
  return keys.reduce((line, key) => (line.length + key.length + 3 > columns ? line : `${line}${line === "" ? " " : " · "}${key}`), "");
}
