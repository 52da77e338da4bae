/** Step 4: TokenRequest in, bound and signed JWT out. */
export { type AskedToken, createTokensController, type TokenRequestHandler, type TokensControllerOptions } from "./create-tokens-controller.js";
export type { ObjectReader, TokenSigner } from "./ports.js";
export { TokenSigningError } from "./token-signing-error.js";
