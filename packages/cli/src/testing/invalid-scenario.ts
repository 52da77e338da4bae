import type { ScenarioError } from "@irsa-sim/scenario-runner";
import type { InputFileError } from "../files/input-file-error.js";

/** A scenario whose files have faults. */
export interface InvalidScenario {
  readonly folder: string;
  readonly cell: string | null;
  readonly error: ScenarioError | InputFileError;
}
