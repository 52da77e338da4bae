import { type JsonObject, SimulatorError } from "@irsa-sim/core";
import type { DocumentProblem } from "./document-problem.js";
import { formatProblem } from "./format-problem.js";

/** Documents that cannot be used, with every fault that was found in them. */
export abstract class DocumentsError extends SimulatorError {
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
