import { SimulatorError } from "@irsa-sim/core";
import { DocumentsError } from "@irsa-sim/documents";
import { exitCodeOf } from "./exit-code-of.js";
import { EXIT } from "./exit-codes.js";
import { ThreadError } from "./testing/thread-error.js";

/** What the user is told of an error. A stack trace is shown for our own faults only: those are what a bug report needs. */
export function describeError(error: unknown): string {
  if (error instanceof ThreadError) return error.message;
  if (exitCodeOf(error) !== EXIT.internal && error instanceof SimulatorError)
    return `${error.message}\n${error.hint === null ? "" : `${error.hint}\n`}${countOf(error)}`;
  return `irsa-sim has a fault of its own; please report it with this text:\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`;
}

function countOf(error: SimulatorError): string {
  if (!(error instanceof DocumentsError)) return "";
  const { count, problems } = error;
  const shown = problems.length < count ? `; the first ${problems.length} are shown` : "";
  return `\n${count === 1 ? "1 fault" : `${count} faults`}${shown}; nothing was run\n`;
}
