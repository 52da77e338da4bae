/** What the build of the page needs of it; the page itself begins in `main.tsx`. */
export { outlineScenarios } from "./catalogue/outline-scenarios.js";
export type { ScenarioOutline } from "./catalogue/scenario-outline.js";
export type { PageData } from "./data/page-data.js";
export { writePageData } from "./data/write-page-data.js";
