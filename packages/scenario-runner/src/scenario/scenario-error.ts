import { DocumentsError } from "@irsa-sim/documents";

/** A scenario that cannot be run, with every fault that was found in its files. */
export class ScenarioError extends DocumentsError {
  override readonly code = "ERR_SCENARIO_INVALID";
}
