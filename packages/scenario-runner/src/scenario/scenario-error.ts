import { type JsonObject, SimulatorError } from "@irsa-sim/core";

/** One fault of an input file. */
export interface ScenarioProblem {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
  readonly message: string;
  readonly expected: string;
  readonly actual: string;
  /** The line itself, and a caret under the place. */
  readonly excerpt: string;
}

/** A scenario that cannot be run, with every fault that was found in its files. */
export class ScenarioError extends SimulatorError {
  override readonly code = "ERR_SCENARIO_INVALID";
  readonly problems: readonly ScenarioProblem[];

  constructor(problems: readonly ScenarioProblem[]) {
    super(problems.map(formatProblem).join("\n\n"));
    this.problems = problems;
  }

  override toJSON(): JsonObject {
    return { ...super.toJSON(), problems: this.problems.map((problem) => ({ ...problem })) };
  }
}

function formatProblem({ file, line, column, message, expected, actual, excerpt }: ScenarioProblem): string {
  const details = [["expected", expected] as const, ["found", actual] as const]
    .filter(([, text]) => text !== "")
    .map(([name, text]) => `  ${name.padEnd(9)}${text}`);
  return [`${file}:${line}:${column}  ${message}`, ...details, excerpt].filter((part) => part !== "").join("\n");
}
