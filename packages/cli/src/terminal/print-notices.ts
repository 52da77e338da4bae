import type { ScenarioNotice } from "@irsa-sim/scenario-runner";
import { printError } from "./print-error.js";

/**
 * Tells what files say without effect, on standard error; what several scenarios have from one file is told once.
 *
 * @returns how many there are
 */
export function printNotices(notices: readonly ScenarioNotice[]): number {
  const lines = new Set(notices.map(({ file, line, column, message }) => `${file}:${line}:${column}  notice: ${message}\n`));
  printError([...lines].join(""));
  return lines.size;
}
