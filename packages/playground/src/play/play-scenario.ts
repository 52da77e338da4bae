import { SimulatorError } from "@irsa-sim/core";
import { loadScenario, type RunBudget, runWithFix, ScenarioError } from "@irsa-sim/scenario-runner";
import { WELL_KNOWN_KEYS } from "@irsa-sim/simulation";
import { createPackedFiles } from "../files/create-packed-files.js";
import type { Conditions } from "./conditions.js";
import { createMeter } from "./create-meter.js";
import type { OpenScenario } from "./open-scenario.js";
import type { Outcome } from "./outcome.js";

/** A page that does not answer for longer looks broken. The memory is the browser's to watch. */
const BUDGET: RunBudget = { maxEvents: 200_000, maxWallMs: 60_000, maxMemoryBytes: Number.POSITIVE_INFINITY };

/** Loads the open scenario from the texts with its edits, and plays it to its end. */
export async function playScenario(texts: ReadonlyMap<string, string>, open: OpenScenario, conditions: Conditions): Promise<Outcome> {
  const { folder, cell, isFixed, edits } = open;
  try {
    const scenario = loadScenario(createPackedFiles(new Map([...texts, ...edits])), folder, { cell, fixed: isFixed });
    const options = { ...conditions, keys: WELL_KNOWN_KEYS, keysAre: "well-known", budget: BUDGET, meter: createMeter() } as const;
    return { kind: "played", scenario, report: await runWithFix(scenario, options) };
  } catch (error) {
    if (error instanceof ScenarioError) return { kind: "invalid", problems: error.problems };
    if (error instanceof SimulatorError) return { kind: "stopped", message: error.message };
    throw error;
  }
}
