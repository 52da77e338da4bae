/** What the build of the page and the command that fills it need of it; the page itself begins in `main.tsx`. */
export { outlineScenarios } from "./catalogue/outline-scenarios.js";
export type { ScenarioOutline } from "./catalogue/scenario-outline.js";
export type { TestedScenario } from "./catalogue/tested-scenario.js";
export type { OpenedBlock, OpenedScenario } from "./data/opened-block.js";
export type { PageData } from "./data/page-data.js";
export { writePageData } from "./data/write-page-data.js";
export { applyReportChange } from "./live/apply-report-change.js";
export type { ReportChange } from "./live/report-change.js";
