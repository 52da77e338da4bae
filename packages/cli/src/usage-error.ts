import { SimulatorError } from "@irsa-sim/core";

/** A command that was called the wrong way. */
export class UsageError extends SimulatorError {
  override readonly code = "ERR_CLI_USAGE";
}
