import { SimulatorError } from "@irsa-sim/core";

/** A pod that a test asked for and that does not run, or has no token. */
export class PodError extends SimulatorError {
  override readonly code = "ERR_LIBRARY_POD";
}
