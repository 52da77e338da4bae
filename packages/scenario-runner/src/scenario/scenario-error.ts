import { type JsonObject, SimulatorError } from "@irsa-sim/core";
import { type DocumentProblem, formatProblem } from "@irsa-sim/documents";

/** A scenario that cannot be run, with every fault that was found in its files. */
export class ScenarioError extends SimulatorError {
  override readonly code = "ERR_SCENARIO_INVALID";
  readonly problems: readonly DocumentProblem[];

  constructor(problems: readonly DocumentProblem[]) {
    super(problems.map(formatProblem).join("\n\n"));
    this.problems = problems;
  }

  override toJSON(): JsonObject {
    return { ...super.toJSON(), problems: this.problems.map((problem) => ({ ...problem })) };
  }
}
