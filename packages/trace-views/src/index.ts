/** Views of a run and of a test: text for a terminal, JSON, and the reports that CI systems read. */
export { type DecodedToken, decodeToken } from "./decode-token.js";
export { type Palette, PLAIN_PALETTE } from "./palette.js";
export { renderFailure } from "./render-failure.js";
export { renderMessages } from "./render-messages.js";
export { renderProse } from "./render-prose.js";
export { renderRun } from "./render-run.js";
export { renderStepBlock } from "./render-step-block.js";
export { toGithub } from "./reports/github.js";
export { toJunit } from "./reports/junit.js";
export { toMarkdown } from "./reports/markdown.js";
export { renderTestResult, renderTestSummary } from "./reports/render-test-result.js";
export { toTap } from "./reports/tap.js";
export { shortenSecrets } from "./shorten-secrets.js";
export { toJson } from "./to-json.js";
export type { RunViewOptions, ViewOptions } from "./view-options.js";
