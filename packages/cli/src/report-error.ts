import { SimulatorError } from "@irsa-sim/core";
import { CellError, ScenarioError } from "@irsa-sim/scenario-runner";
import { EXIT } from "./exit-codes.js";
import { UsageError } from "./usage-error.js";

/**
 * Tells the user what went wrong, on standard error, and says with which code to exit.
 * A stack trace is printed for our own faults only: those are what a bug report needs.
 */
export function reportError(error: unknown): number {
  if (error instanceof SimulatorError) {
    process.stderr.write(`${error.message}\n${error.hint === null ? "" : `${error.hint}\n`}`);
    if (error instanceof ScenarioError) {
      const count = error.problems.length;
      process.stderr.write(`\n${count === 1 ? "1 fault" : `${count} faults`}; nothing was run\n`);
      return EXIT.invalidInput;
    }
    return error instanceof UsageError || error instanceof CellError ? EXIT.usage : EXIT.internal;
  }
  process.stderr.write(`irsa-sim has a fault of its own; please report it with this text:\n${error instanceof Error ? error.stack : String(error)}\n`);
  return EXIT.internal;
}
