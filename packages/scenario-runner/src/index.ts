/** Scenarios: loading them, and playing them in a simulated world. */
export type { DocumentNotice as ScenarioNotice, DocumentProblem as ScenarioProblem } from "@irsa-sim/documents";
export { breakScenario } from "./breaking/break-scenario.js";
export type { Breakage } from "./breaking/breakage.js";
export { listBreakages } from "./breaking/list-breakages.js";
export { BudgetError } from "./budget/budget-error.js";
export type { Meter } from "./budget/meter.js";
export { DEFAULT_BUDGET, type RunBudget } from "./budget/run-budget.js";
export { WindowError } from "./report/window-error.js";
export type { RunOptions } from "./run-scenario.js";
export { runScenario } from "./run-scenario.js";
export { CellError } from "./scenario/cell-error.js";
export { loadCells, loadScenario } from "./scenario/load-scenario.js";
export type { LoadedScenario } from "./scenario/loaded-scenario.js";
export { ScenarioError } from "./scenario/scenario-error.js";
export type { ScenarioFiles } from "./scenario/scenario-files.js";
export { editorSchema } from "./scenario/schema/editor-schema.js";
export type { GoldenOptions } from "./testing/compare-golden.js";
export { type TestedScenario, testScenario, type UntimedResult } from "./testing/test-scenario.js";
