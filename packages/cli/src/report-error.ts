import { describeError } from "./describe-error.js";
import { exitCodeOf } from "./exit-code-of.js";
import { printError } from "./terminal/print-error.js";

/** Tells the user what went wrong, on standard error, and says with which code to exit. */
export function reportError(error: unknown): number {
  printError(describeError(error));
  return exitCodeOf(error);
}
