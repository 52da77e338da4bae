/** A small OIDC issuer for tests: real keys, real signatures, and documents that a test may change. */
import type { Handler, HttpResponse, JsonObject } from "@irsa-sim/core";
import { CompactSign, exportJWK, importPKCS8, type JWK } from "jose";

/** A signing key and its public half. */
export interface TestKey {
  readonly kid: string;
  readonly alg: string;
  readonly privateKey: CryptoKey;
  readonly jwk: JWK;
}

/** What the issuer answers; every member may be changed. */
export interface TestIssuer {
  discovery: Record<string, unknown>;
  jwks: { keys: unknown[] };
  /** `Cache-Control` of the JWKS; `null` for none. */
  cacheControl: string | null;
  status: number;
  /** Changes a document as it is sent. */
  alterBody: (body: string, document: "discovery" | "keys") => string;
  readonly handler: Handler;
}

/** Makes a signing key for RS256 of its PKCS #8 PEM. */
export async function createTestKey(kid: string, pem: string): Promise<TestKey> {
  const alg = "RS256";
  const privateKey = await importPKCS8(pem, alg, { extractable: true });
  const { n = "", e = "" } = await exportJWK(privateKey);
  return { kid, alg, privateKey, jwk: { kty: "RSA", n, e, kid, use: "sig", alg } };
}

/** Signs any payload under any header, also one that no issuer would sign. */
export function sign(key: TestKey, claims: JsonObject, header: JsonObject = {}): Promise<string> {
  const payload = new TextEncoder().encode(JSON.stringify(claims));
  return new CompactSign(payload).setProtectedHeader({ alg: key.alg, kid: key.kid, ...header }).sign(key.privateKey);
}

/** Creates an issuer that publishes `keys`. */
export function createTestIssuer(url: string, keys: readonly TestKey[]): TestIssuer {
  const issuer: TestIssuer = {
    discovery: {
      issuer: url,
      jwks_uri: `${url}/keys`,
      response_types_supported: ["id_token"],
      subject_types_supported: ["public"],
      id_token_signing_alg_values_supported: ["RS256"],
    },
    jwks: { keys: keys.map(({ jwk }) => jwk) },
    cacheControl: null,
    status: 200,
    alterBody: (body) => body,
    handler: async (request) => {
      const { status, alterBody, cacheControl } = issuer;
      if (request.url === `${url}/.well-known/openid-configuration`) return json(status, alterBody(JSON.stringify(issuer.discovery), "discovery"));
      if (request.url === `${url}/keys`) return json(status, alterBody(JSON.stringify(issuer.jwks), "keys"), cacheControl);
      return json(404, "{}");
    },
  };
  return issuer;
}

function json(status: number, body: string, cacheControl: string | null = null): HttpResponse {
  const headers = { "content-type": "application/json", ...(cacheControl === null ? {} : { "cache-control": cacheControl }) };
  return { status, headers, body };
}
