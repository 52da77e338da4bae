import { join } from "node:path";
import { epochMillis, type IssuerUrl } from "@irsa-sim/core";
import { createToken, DEFECTS, parseClaimChange, readSigningKey } from "@irsa-sim/token-tools";
import { EXIT } from "../../exit-codes.js";
import { readText } from "../../files/read-text.js";
import { writeAtomically } from "../../files/write-atomically.js";
import { print } from "../../terminal/print.js";
import { printError } from "../../terminal/print-error.js";
import { UsageError } from "../../usage-error.js";
import { TOKEN_SCHEMA, type TokenFlags } from "./token-flags.js";

/** The options of `token mint`. */
export interface MintFlags extends TokenFlags {
  readonly namespace: string;
  readonly serviceAccount: string;
  readonly audience: readonly string[];
  readonly issuer: string;
  /** Seconds. */
  readonly expiration: number;
  readonly pod?: string;
  readonly claim: readonly string[];
  readonly defect: readonly string[];
  readonly key?: string;
  readonly issuerDocuments?: string;
  readonly seed: string;
}

/**
 * `irsa-sim token mint`: a token as the API server issues it, or with something wrong; the token alone on standard output, all else on standard error.
 *
 * @returns the exit code: 0, or 1 when the API server refuses
 * @throws {UsageError} for an unknown defect
 * @throws {ClaimChangeError} for a claim that cannot be set
 * @throws {SigningKeyError} for a key that Kubernetes does not sign with
 */
export async function mint(flags: MintFlags): Promise<number> {
  const { namespace, serviceAccount, issuer, expiration, seed } = flags;
  const defects = flags.defect.map(findDefect);
  const minted = await createToken({
    ...{ namespace, serviceAccount, defects, seed },
    audiences: flags.audience.length === 0 ? ["sts.amazonaws.com"] : flags.audience,
    issuer: issuer as IssuerUrl,
    expirationSeconds: expiration,
    pod: flags.pod ?? null,
    claims: flags.claim.map(parseClaimChange),
    key: flags.key === undefined ? null : await readSigningKey(readText(flags.key, "a key")),
    at: epochMillis(flags.at ?? Date.now()),
  });
  if ("status" in minted) {
    printError(`the API server refuses: ${minted.status} ${minted.message}\n`);
    return EXIT.unexpected;
  }
  if (flags.issuerDocuments !== undefined) writeDocuments(flags.issuerDocuments, issuer, minted.documents);
  const { token, warning } = minted;
  const key = flags.key === undefined ? "well-known" : "given";
  if (flags.json) print(`${JSON.stringify({ schema: TOKEN_SCHEMA, command: "mint", token, key, defects: flags.defect, warning }, null, 2)}\n`);
  else print(`${token}\n`);
  const notes = [
    key === "well-known" ? "signed by irsa-sim's well-known key, which is public: the token proves nothing to anybody" : "signed by the key that was given",
    ...defects.map(({ id, says }) => `${id}: ${says}`),
    ...(warning === null ? [] : [`the API server warns: ${warning}`]),
  ];
  printError(notes.map((note) => `${note}\n`).join(""));
  return EXIT.asExpected;
}

function findDefect(id: string) {
  const found = DEFECTS.find((defect) => defect.id === id);
  if (found !== undefined) return found;
  throw new UsageError(`there is no defect "${id}"`, { hint: `one of:\n${DEFECTS.map((defect) => `  ${defect.id}: ${defect.says}`).join("\n")}` });
}

function writeDocuments(folder: string, issuer: string, documents: ReadonlyMap<string, string>): void {
  for (const [url, text] of documents) writeAtomically(join(folder, ...url.slice(issuer.length).split("/")), text);
}
