import { SimulatorError } from "@irsa-sim/core";

/** An action that was asked for by hand and is not written as it must be. */
export class ActionError extends SimulatorError {
  override readonly code = "ERR_ACTION_INVALID";
}
