import { type ColorSupportLevel, supportsColor } from "chalk";

/** How many colours output may have: none without a terminal, with `NO_COLOR`, or when `--no-color` was given. */
export function colorLevel(wanted: boolean): ColorSupportLevel {
  return wanted && process.stdout.isTTY && !process.env.NO_COLOR && supportsColor ? supportsColor.level : 0;
}
