import { epochMillis } from "@irsa-sim/core";
import { findIssuerDocuments, findToken, readTrustPolicy, renderVerification, verifyToken } from "@irsa-sim/token-tools";
import { EXIT } from "../../exit-codes.js";
import { readFolder } from "../../files/read-folder.js";
import { readText } from "../../files/read-text.js";
import { createPalette } from "../../terminal/palette.js";
import { print } from "../../terminal/print.js";
import { printError } from "../../terminal/print-error.js";
import { terminalWidth } from "../../terminal/width.js";
import { UsageError } from "../../usage-error.js";
import { TOKEN_SCHEMA, type TokenFlags } from "./token-flags.js";

/** The options of `token verify`. */
export interface VerifyFlags extends TokenFlags {
  readonly jwks?: string;
  readonly issuerDocuments?: string;
  readonly audience: readonly string[];
  readonly issuer?: string;
  readonly trustPolicy?: string;
}

/**
 * `irsa-sim token verify`: each check that STS makes of a token, by STS's own code and against saved documents; nothing is fetched.
 *
 * @returns the exit code: 0 when STS takes the token, else 1
 * @throws {UsageError} when no keys are named
 * @throws {IssuerDocumentsError} when there are none in what is named
 * @throws {TrustPolicyError} for a file that holds none
 */
export async function verify(file: string | undefined, flags: VerifyFlags): Promise<number> {
  const token = readText(file, "a token");
  const { within } = findToken(token);
  if (within !== null) printError(`the token stands in ${within}; an SDK sends a token file whole, and so STS is given all of it here\n`);
  const verification = await verifyToken({
    documents: findIssuerDocuments(readDocuments(flags)),
    trustPolicy: flags.trustPolicy === undefined ? null : readPolicy(flags.trustPolicy),
    token,
    audiences: flags.audience,
    issuer: flags.issuer ?? null,
    at: epochMillis(flags.at ?? Date.now()),
  });
  if (flags.json) print(`${JSON.stringify({ schema: TOKEN_SCHEMA, command: "verify", ...verification }, null, 2)}\n`);
  else print(renderVerification(verification, { width: terminalWidth(), palette: createPalette(flags.color) }), { styled: flags.color });
  return verification.verified ? EXIT.asExpected : EXIT.unexpected;
}

function readDocuments({ jwks, issuerDocuments }: VerifyFlags) {
  if (issuerDocuments !== undefined) return readFolder(issuerDocuments);
  if (jwks !== undefined) return [{ path: jwks, text: readText(jwks, "a key set") }];
  throw new UsageError("the issuer's keys are missing: nothing is fetched", {
    hint: "give --jwks FILE, or --issuer-documents FOLDER with openid-configuration and the key set",
  });
}

function readPolicy(path: string) {
  return { path, document: readTrustPolicy({ path, text: readText(path, "a trust policy") }) };
}
