/** Tokens that nobody should accept, made from one that is right. */
import { createPublicKey } from "node:crypto";
import type { JsonObject } from "@irsa-sim/core";
import { WELL_KNOWN_KEYS } from "@irsa-sim/simulation";

/** The token under another header; with its own signature unless another is given. */
export function jws(token: string, header: JsonObject, signature?: string): string {
  const [, payload, own] = token.split(".");
  return `${encode(JSON.stringify(header))}.${payload}.${signature ?? own}`;
}

/** The token with claims changed and the signature kept. */
export function withClaim(token: string, changes: JsonObject): string {
  const [header, payload = "", signature] = token.split(".");
  const claims = { ...(JSON.parse(Buffer.from(payload, "base64url").toString()) as JsonObject), ...changes };
  return `${header}.${encode(JSON.stringify(claims))}.${signature}`;
}

/** The token signed by HMAC, with the issuer's public key as the secret: what a verifier accepts that lets the token choose its algorithm. */
export async function hs256(token: string): Promise<string> {
  const secret = createPublicKey(WELL_KNOWN_KEYS.issuerSigningKeys[0] as string).export({ type: "spki", format: "pem" });
  const unsigned = jws(token, { alg: "HS256" }, "");
  const key = await crypto.subtle.importKey("raw", Buffer.from(secret), { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  const signature = await crypto.subtle.sign("HMAC", key, Buffer.from(unsigned.slice(0, -1)));
  return `${unsigned}${Buffer.from(signature).toString("base64url")}`;
}

function encode(text: string): string {
  return Buffer.from(text).toString("base64url");
}
