/** An SDK's chain of credential providers, played with what people have. */
export { chainInputs } from "./chain-inputs.js";
export type { ChainInputs, ChainReport } from "./chain-report.js";
export { type ChainChoice, chainScenario, isPodIdentity, takesKnownRole } from "./chain-scenario.js";
export { type ChainSituation, withoutSecrets } from "./chain-situation.js";
export { parseEnvFile } from "./parse-env-file.js";
export { type PlayedChain, readChain } from "./read-chain.js";
export { renderChains } from "./render-chains.js";
