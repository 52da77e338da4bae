import { field } from "../panes/field.js";
import type { StepperPalette } from "./stepper-palette.js";

const KEYS = [
  ["Walk", ""],
  ["Enter Space → PgDn", "the next message"],
  ["← PgUp b Backspace", "the message before"],
  ["n p, Shift+→ Shift+←", "the next step, and back by whole steps"],
  ["0 to 9", "to a step"],
  ["!", "to the refusal"],
  ["Home End, g G", "to the first, to the last"],
  ["o", "in the order in which it happened, or step by step"],
  ["Look", ""],
  ["Tab Shift+Tab", "another pane"],
  ["w h m t d c y v a", "why, how, message, token, pod, checks, policy, volume, lives"],
  ["↑ ↓ j k, Ctrl+D Ctrl+U", "scroll"],
  ["s", "whose story: a pod, a container, a role session"],
  ["/", "search all messages, checks, changes and notes"],
  ["Do", ""],
  ["x", "break something, or edit a document, and play again; nothing on the disk changes"],
  ["f", "apply the scenario's fix and play again; where it has none, take back what you changed"],
  ["u", "play it as it is written"],
  ["l", "the lesson: read the question, predict, then see"],
  ["q Ctrl+C", "quit"],
  ["Signs", ""],
  ["✔ ✘", "done; refused here"],
  ["■", "did its part, and what it sent was refused later"],
  ["↻ – ·", "refused first, then passed; something is missing; not reached"],
] as const;

/** All keys. */
export function helpLines(width: number, palette: StepperPalette): readonly string[] {
  return KEYS.flatMap(([keys, what], index) =>
    what === "" ? [...(index === 0 ? [] : [""]), palette.strong(keys)] : field(keys, what, { width, palette }, { indent: 2, column: 24 }),
  );
}
