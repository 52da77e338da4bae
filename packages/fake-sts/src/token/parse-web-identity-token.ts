/**
 * A web identity token's form: a JWS in compact serialisation (RFC 7515 section 3.1) whose payload is a JSON object (RFC 7519).
 * Nothing in it is believed yet.
 * Leaves out: opaque access tokens of OAuth 2.0 providers.
 */
import type { Json, JsonObject } from "@irsa-sim/core";
import { base64url } from "jose";
import { showJson } from "../show-json.js";
import { ALGORITHMS, type Algorithm } from "./algorithms.js";

/** A token, taken apart. */
export interface WebIdentityToken {
  /** The three parts, without the white space around them. */
  readonly compact: string;
  readonly algorithm: Algorithm;
  /** `null` when the header names no key. */
  readonly kid: string | null;
  /** The `iss` claim. */
  readonly issuer: string;
  readonly claims: JsonObject;
}

/** Why a text is not such a token. */
export interface TokenProblem {
  readonly reason: "parts" | "header" | "algorithm" | "critical-header" | "payload" | "signature-encoding" | "issuer-missing";
  readonly expected: string;
  readonly actual: string;
}

/**
 * Takes a token apart.
 *
 * @param sent as it came: SDKs send a token file's last newline too, which AWS bears with (sts-and-iam.md, section 4.4)
 * @see sts-and-iam.md, sections 3.1 and 4.4
 */
export function parseWebIdentityToken(sent: string): { readonly token: WebIdentityToken } | { readonly problem: TokenProblem } {
  const compact = sent.replace(/^[\t\n\v\f\r ]+|[\t\n\v\f\r ]+$/g, "");
  const parts = compact.split(".");
  const [headerPart, payloadPart, signaturePart] = parts;
  if (parts.length !== 3 || headerPart === undefined || payloadPart === undefined || signaturePart === undefined) {
    return problem("parts", "three parts between dots", `${parts.length} part${parts.length === 1 ? "" : "s"}`);
  }
  const header = decodeObject(headerPart);
  if (header === null) return problem("header", "a JSON object in base64url", "something else");
  const algorithm = ALGORITHMS.find((name) => name === header.alg);
  if (algorithm === undefined) return problem("algorithm", `one of ${ALGORITHMS.join(", ")}`, show(header.alg));
  if (header.crit !== undefined) return problem("critical-header", "no critical header parameter", showJson(header.crit));
  if (header.kid !== undefined && typeof header.kid !== "string") return problem("header", "a kid that is a string", showJson(header.kid));
  const claims = decodeObject(payloadPart);
  if (claims === null) return problem("payload", "a JSON object in base64url", "something else");
  if (decodeBytes(signaturePart) === null) return problem("signature-encoding", "bytes in base64url", "something else");
  if (typeof claims.iss !== "string" || claims.iss === "") return problem("issuer-missing", "an iss claim", "none");
  return { token: { compact, algorithm, kid: header.kid ?? null, issuer: claims.iss, claims } };
}

function show(value: Json | undefined): string {
  return typeof value === "string" ? value : value === undefined ? "none" : showJson(value);
}

function problem(reason: TokenProblem["reason"], expected: string, actual: string): { readonly problem: TokenProblem } {
  return { problem: { reason, expected, actual } };
}

function decodeObject(part: string): JsonObject | null {
  const bytes = decodeBytes(part);
  if (bytes === null) return null;
  try {
    const value: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as JsonObject) : null;
  } catch (error) {
    // Not JSON, or not UTF-8.
    if (error instanceof SyntaxError || error instanceof TypeError) return null;
    throw error;
  }
}

/** Strict, as RFC 7515 section 2 has it: no padding, no white space; four characters never leave one over. */
function decodeBytes(part: string): Uint8Array | null {
  return /^[A-Za-z0-9_-]+$/.test(part) && part.length % 4 !== 1 ? base64url.decode(part) : null;
}
