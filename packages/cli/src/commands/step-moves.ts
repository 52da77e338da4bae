import type { Step } from "@irsa-sim/core";

/** What the viewer sees. */
export interface StepView {
  readonly step: Step;
  /** The step's whole messages instead of its block. */
  readonly messages: boolean;
}

/** Decides what a key does: Enter next (after the last step it ends), `b` back, a digit jumps, `i` turns the whole messages on and off, `q` quits. */
export function decideMove(view: StepView, key: string): StepView | "quit" | "stay" {
  if (key === "q") return "quit";
  if (key === "i") return { ...view, messages: !view.messages };
  if (key === "b") return view.step === 0 ? "stay" : { step: (view.step - 1) as Step, messages: false };
  if (/^\d$/.test(key)) return { step: Number(key) as Step, messages: false };
  if (key === "") return view.step === 9 ? "quit" : { step: (view.step + 1) as Step, messages: false };
  return "stay";
}
