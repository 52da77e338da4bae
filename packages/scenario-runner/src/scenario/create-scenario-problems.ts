import { createProblemList, type ProblemList } from "@irsa-sim/documents";
import { ScenarioError } from "./scenario-error.js";

/** Collects the faults of a scenario's files, for a `ScenarioError`. */
export function createScenarioProblems(): ProblemList {
  return createProblemList((problems, count) => new ScenarioError(problems, count));
}
