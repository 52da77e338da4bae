import { type Json, type JsonObject, SimulatorError } from "@irsa-sim/core";

/** A claim that cannot be set. */
export class ClaimChangeError extends SimulatorError {
  override readonly code = "ERR_TOKEN_CLAIM";
}

/** A claim, and what it becomes. */
export interface ClaimChange {
  /** The claim's name, and those of the members below it. */
  readonly path: readonly string[];
  /** Absent takes it away. */
  readonly value?: Json;
}

/**
 * Reads `NAME=JSON`, or `/JSON/POINTER=JSON` (RFC 6901) for a member; nothing behind the sign takes the claim away.
 *
 * @throws {ClaimChangeError} `ERR_TOKEN_CLAIM` for what has no equals sign, no name or no JSON
 */
export function parseClaimChange(text: string): ClaimChange {
  const at = text.indexOf("=");
  if (at < 1) throw new ClaimChangeError(`a claim is set as NAME=JSON, found ${JSON.stringify(text)}`, { hint: `such as aud='["sts.amazonaws.com"]'` });
  const [name, written] = [text.slice(0, at), text.slice(at + 1)];
  const path = name.startsWith("/") ? name.slice(1).split("/").map(unescaped) : [name];
  return written === "" ? { path } : { path, value: parse(name, written) };
}

/** The claims with one changed. */
export function changeClaim(claims: JsonObject, { path, value }: ClaimChange): JsonObject {
  const [name = "", ...below] = path;
  const others = Object.entries(claims).filter(([key]) => key !== name);
  if (below.length === 0) return Object.fromEntries(value === undefined ? others : [...others, [name, value]]);
  const before = claims[name];
  const inner = typeof before === "object" && before !== null && !Array.isArray(before) ? (before as JsonObject) : {};
  return Object.fromEntries([...others, [name, changeClaim(inner, value === undefined ? { path: below } : { path: below, value })]]);
}

function parse(name: string, written: string): Json {
  try {
    return JSON.parse(written) as Json;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new ClaimChangeError(`${name}: no JSON: ${written}`, { hint: `a text stands in quotes: ${name}='${JSON.stringify(written)}'` });
  }
}

function unescaped(token: string): string {
  return token.replaceAll("~1", "/").replaceAll("~0", "~");
}
