import type { Step } from "@irsa-sim/core";

/** What the viewer sees. */
export interface StepView {
  readonly step: Step;
  /** The step's whole messages instead of its block. */
  readonly messages: boolean;
}

const FORWARD = ["", "right", "down", "pagedown"];
const BACK = ["b", "left", "up", "pageup"];

/**
 * Decides what a key does: Enter, → and PgDn next (after the last step they end), `b`, ← and PgUp back, a digit jumps, Home and End too, `i` turns the whole messages on
 * and off, `q` and Escape quit.
 */
export function decideMove(view: StepView, key: string): StepView | "quit" | "stay" {
  if (key === "q" || key === "escape") return "quit";
  if (key === "i") return { ...view, messages: !view.messages };
  if (BACK.includes(key)) return view.step === 0 ? "stay" : at(view.step - 1);
  if (FORWARD.includes(key)) return view.step === 9 ? "quit" : at(view.step + 1);
  if (key === "home") return at(0);
  if (key === "end") return at(9);
  return /^\d$/.test(key) ? at(Number(key)) : "stay";
}

function at(step: number): StepView {
  return { step: step as Step, messages: false };
}
