import { type JsonObject, SimulatorError } from "@irsa-sim/core";
import { type DocumentProblem, formatProblem } from "@irsa-sim/documents";

/** Files that cannot be checked, with every fault that was found in them. */
export class CheckError extends SimulatorError {
  override readonly code = "ERR_CHECK_INVALID";
  /** The first hundred. */
  readonly problems: readonly DocumentProblem[];
  /** How many faults there are, those that are not among `problems` too. */
  readonly count: number;

  constructor(problems: readonly DocumentProblem[], count = problems.length) {
    super(problems.map(formatProblem).join("\n\n"));
    this.problems = problems;
    this.count = count;
  }

  override toJSON(): JsonObject {
    return { ...super.toJSON(), problems: this.problems.map((problem) => ({ ...problem })) };
  }
}
