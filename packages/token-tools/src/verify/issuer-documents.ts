/** What an issuer publishes, as somebody saved it: told apart by content, whatever the files are called. */
import { type Json, type JsonObject, SimulatorError } from "@irsa-sim/core";

/** A saved file. */
export interface SavedFile {
  /** As messages name it; its end tells key sets apart. */
  readonly path: string;
  readonly text: string;
}

/** The discovery document, if any, and the key set. */
export interface IssuerDocuments {
  readonly discovery: SavedFile | null;
  readonly keySet: SavedFile;
}

/** Files that are no issuer's documents. */
export class IssuerDocumentsError extends SimulatorError {
  override readonly code = "ERR_TOKEN_ISSUER_DOCUMENTS";
}

/**
 * Finds the two documents among saved files.
 *
 * @throws {IssuerDocumentsError} when no key set is among them, or several documents could be meant
 */
export function findIssuerDocuments(files: readonly SavedFile[]): IssuerDocuments {
  const discoveries = files.filter(({ text }) => typeof membersOf(text)?.jwks_uri === "string");
  const keySets = files.filter(({ text }) => membersOf(text)?.keys !== undefined);
  const [discovery = null, second] = discoveries;
  if (second !== undefined) throw ambiguous("discovery documents", discoveries);
  const location = discovery === null ? null : String(membersOf(discovery.text)?.jwks_uri);
  const named = location !== null && URL.canParse(location) ? keySets.filter(({ path }) => isSavedFrom(path, new URL(location))) : [];
  const candidates = named.length > 0 ? named : keySets;
  const [keySet, other] = candidates;
  if (keySet === undefined) {
    throw new IssuerDocumentsError(
      `no key set among ${files.length === 1 ? "1 file" : `${files.length} files`}\n  expected  a JSON object with keys\n  found     none`,
      {
        hint: "save both with: curl -s ISSUER/.well-known/openid-configuration > openid-configuration, and curl -s JWKS_URI > keys",
      },
    );
  }
  if (other !== undefined) throw ambiguous("key sets", candidates);
  return { discovery, keySet };
}

function ambiguous(what: string, files: readonly SavedFile[]): IssuerDocumentsError {
  return new IssuerDocumentsError(`${files.length} ${what}, and nothing says which counts: ${files.map(({ path }) => path).join(", ")}`, {
    hint: "give the documents of one issuer",
  });
}

function isSavedFrom(path: string, { pathname }: URL): boolean {
  return path === pathname.slice(1) || path.endsWith(pathname) || pathname.endsWith(`/${path.slice(path.lastIndexOf("/") + 1)}`);
}

/** The members of a text that is a JSON object. */
export function membersOf(text: string): JsonObject | null {
  try {
    const value = JSON.parse(text) as Json;
    return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as JsonObject) : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
