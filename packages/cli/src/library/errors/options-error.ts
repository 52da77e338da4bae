import { SimulatorError } from "@irsa-sim/core";

/** What a test starts a simulation with is not what it should be. */
export class OptionsError extends SimulatorError {
  override readonly code = "ERR_LIBRARY_OPTIONS";
}
