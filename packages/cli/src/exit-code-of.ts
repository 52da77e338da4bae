import { SimulatorError } from "@irsa-sim/core";
import { DocumentsError } from "@irsa-sim/documents";
import { BudgetError, CellError, WindowError } from "@irsa-sim/scenario-runner";
import { EXIT } from "./exit-codes.js";
import { InputFileError } from "./files/input-file-error.js";
import { PathError } from "./files/path-error.js";
import { ThreadError } from "./testing/thread-error.js";
import { UsageError } from "./usage-error.js";

/** By their codes, so that a command that fails loads no other command's packages. */
const INVALID_INPUT: readonly string[] = ["ERR_TOKEN_FORM", "ERR_TOKEN_ISSUER_DOCUMENTS", "ERR_TOKEN_TRUST_POLICY", "ERR_TOKEN_KEY"];
const USAGE: readonly string[] = ["ERR_TOKEN_CLAIM", "ERR_PORT_TAKEN", "ERR_CLI_API_SERVER"];

/** With which code a command ends that an error ended: 3 for what stands in files or costs more than it may, 2 for how it was called and where it writes, 4 for a fault of our own. */
export function exitCodeOf(error: unknown): number {
  if (error instanceof DocumentsError || error instanceof BudgetError || error instanceof InputFileError) return EXIT.invalidInput;
  if (error instanceof SimulatorError && INVALID_INPUT.includes(error.code)) return EXIT.invalidInput;
  if (error instanceof SimulatorError && USAGE.includes(error.code)) return EXIT.usage;
  if (error instanceof ThreadError) return error.exitCode;
  return error instanceof UsageError || error instanceof CellError || error instanceof WindowError || error instanceof PathError ? EXIT.usage : EXIT.internal;
}
