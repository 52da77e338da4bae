import { epochMillis } from "@irsa-sim/core";
import { findToken, inspectToken, readToken, renderInspection } from "@irsa-sim/token-tools";
import { EXIT } from "../../exit-codes.js";
import { readText } from "../../files/read-text.js";
import { createPalette } from "../../terminal/palette.js";
import { print } from "../../terminal/print.js";
import { terminalWidth } from "../../terminal/width.js";
import { TOKEN_SCHEMA, type TokenFlags } from "./token-flags.js";

/** The options of `token inspect`. */
export interface InspectFlags extends TokenFlags {
  readonly showTokens?: boolean;
}

/**
 * `irsa-sim token inspect`: a token with every claim explained; nothing is verified and nothing fetched.
 *
 * @returns the exit code: 0, whatever is wrong with the token's claims
 * @throws {TokenFormError} for what is no token
 */
export function inspect(file: string | undefined, flags: InspectFlags): number {
  const { showTokens = false } = flags;
  const found = findToken(readText(file, "a token"));
  const inspection = inspectToken(readToken(found.text), epochMillis(flags.at ?? Date.now()), found);
  const { signature, ...told } = inspection;
  if (flags.json) print(`${JSON.stringify({ schema: TOKEN_SCHEMA, command: "inspect", ...told, ...(showTokens ? { signature } : {}) }, null, 2)}\n`);
  else print(renderInspection(inspection, { width: terminalWidth(), palette: createPalette(flags.color), showTokens }), { styled: flags.color });
  return EXIT.asExpected;
}
