/** From an error text to what may be behind it. */
export type { Answers } from "./answer/answers.js";
export { CAUSE_IDS, type ExplainedCause, explainCause } from "./answer/explain-cause.js";
export { createExplainer } from "./answer/explain-text.js";
export type { AskedQuestion, ExplainedError, PossibleCause } from "./answer/explained-error.js";
export type { ExplainIndex } from "./index/explain-index.js";
export { indexRuns } from "./index/index-runs.js";
export { likenessOf } from "./messages/same-message.js";
export { ANSWERS_BY_QUESTION } from "./questions/questions.js";
export { renderCause } from "./render/render-cause.js";
export { renderExplanation } from "./render/render-explanation.js";
