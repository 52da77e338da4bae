/** Views of a run: text for a terminal, and JSON. */
export { type DecodedToken, decodeToken } from "./decode-token.js";
export { type Palette, PLAIN_PALETTE } from "./palette.js";
export { renderFailure } from "./render-failure.js";
export { renderMessages } from "./render-messages.js";
export { renderProse } from "./render-prose.js";
export { renderRun } from "./render-run.js";
export { renderStepBlock } from "./render-step-block.js";
export { shortenSecrets } from "./shorten-secrets.js";
export { toJson } from "./to-json.js";
export type { RunViewOptions, ViewOptions } from "./view-options.js";
