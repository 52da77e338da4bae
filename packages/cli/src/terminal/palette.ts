import type { Palette } from "@irsa-sim/trace-views";
import { Chalk } from "chalk";
import { colorLevel } from "./color-level.js";

/** The colours of all output. */
export function createPalette(wanted: boolean): Palette {
  const chalk = new Chalk({ level: colorLevel(wanted) });
  return { accent: chalk.cyan, good: chalk.green, bad: chalk.red, quiet: chalk.dim, strong: chalk.bold } as Palette;
}
