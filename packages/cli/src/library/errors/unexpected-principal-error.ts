import { SimulatorError } from "@irsa-sim/core";

/** Calls that were made as somebody else than a test expects, or none at all. */
export class UnexpectedPrincipalError extends SimulatorError {
  override readonly code = "ERR_LIBRARY_PRINCIPAL";
}
