import { cleanLine, labelled } from "@irsa-sim/trace-views";
import type { StepperPalette } from "../screen/stepper-palette.js";

interface Place {
  readonly width: number;
  readonly palette: StepperPalette;
}

/** A value behind its name, in a column of its own where there is room. */
export function field(
  name: string,
  value: string,
  { width, palette }: Place,
  { indent = 0, column = 12 }: { readonly indent?: number; readonly column?: number } = {},
): readonly string[] {
  return labelled(palette.quiet(cleanLine(name)), cleanLine(value), { indent, column: indent + column, width });
}
