import type { StepperPalette } from "@irsa-sim/stepper";
import { Chalk } from "chalk";
import { colorLevel } from "./color-level.js";
import { createPalette } from "./palette.js";

/** The colours of the full screen. What is chosen also has a mark, so that it is seen without any. */
export function createStepperPalette(wanted: boolean): StepperPalette {
  const chalk = new Chalk({ level: colorLevel(wanted) });
  return { ...createPalette(wanted), selected: chalk.inverse };
}
