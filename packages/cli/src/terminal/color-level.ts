import { supportsColor } from "chalk";
import { type ColorLevel, decideColorLevel } from "./decide-color-level.js";

/** How many colours output may have: what flag, environment and terminal allow. */
export function colorLevel(wanted: boolean): ColorLevel {
  return decideColorLevel({ wanted, environment: process.env, terminal: process.stdout.isTTY && supportsColor ? supportsColor.level : 0 });
}
