import { basename } from "node:path";
import { type ExpectationResult, type ScenarioResult, STEPS } from "@irsa-sim/core";
import { ScenarioError, type ScenarioFiles } from "@irsa-sim/scenario-runner";
import type { InvalidScenario } from "./invalid-scenario.js";

/** What is reported of a scenario that could not be run: each fault of its files, where it stands. */
export function invalidResult({ folder, cell, error }: InvalidScenario, files: ScenarioFiles): ScenarioResult {
  const file = files.displayPath(folder, "scenario.yaml");
  return {
    name: `${basename(folder)}${cell === null ? "" : `[${cell}]`}`,
    title: "",
    tags: [],
    expectFrom: { file, pointer: "", line: 1, column: 1 },
    outcome: "invalid",
    steps: STEPS.map(() => "not-reached"),
    expectations: error instanceof ScenarioError ? error.problems.map(toMiss) : [unreadable(error, file)],
    failure: null,
    warnings: [],
    deviation: null,
    durationMs: 0,
  };
}

function toMiss({ message, expected, actual, file, line, column }: ScenarioError["problems"][number]): ExpectationResult {
  return { path: message, expected, actual, met: false, from: { file, pointer: "", line, column } };
}

function unreadable({ path, expected, actual }: Exclude<InvalidScenario["error"], ScenarioError>, file: string): ExpectationResult {
  return { path: `${path} cannot be read`, expected, actual, met: false, from: { file, pointer: "", line: 1, column: 1 } };
}
