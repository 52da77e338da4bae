/** From an error text to what may be behind it. */
export { CAUSE_IDS, type ExplainedCause, explainCause } from "./answer/explain-cause.js";
export { createExplainer } from "./answer/explain-text.js";
export type { CauseGroup, ExplainedError, PossibleCause } from "./answer/explained-error.js";
export type { Answers } from "./answer/group-causes.js";
export type { ExplainIndex } from "./index/explain-index.js";
export { indexRuns } from "./index/index-runs.js";
export { QUESTION_IDS } from "./questions/questions.js";
export { renderCause } from "./render/render-cause.js";
export { renderExplanation } from "./render/render-explanation.js";
