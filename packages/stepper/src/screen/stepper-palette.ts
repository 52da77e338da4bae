import type { Palette } from "@irsa-sim/trace-views";

/** Colours by what they mean; none is the only sign of it. */
export interface StepperPalette extends Palette {
  /** What is chosen. */
  readonly selected: (text: string) => string;
}
