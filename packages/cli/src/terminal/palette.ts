import type { Palette } from "@irsa-sim/trace-views";
import { Chalk, supportsColor } from "chalk";

/** The colours of all output: none without a terminal, with `NO_COLOR`, or when `--no-color` was given. */
export function createPalette(wanted: boolean): Palette {
  const level = wanted && process.stdout.isTTY && !process.env.NO_COLOR && supportsColor ? supportsColor.level : 0;
  const chalk = new Chalk({ level });
  return { accent: chalk.cyan, good: chalk.green, bad: chalk.red, quiet: chalk.dim, strong: chalk.bold } as Palette;
}
