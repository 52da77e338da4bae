/**
 * The cluster's OIDC issuer: a key that signs, and two public documents by which anyone can verify.
 * Leaves out: rotation with overlapping keys, and issuers other than EKS's.
 * @see kubernetes-tokens.md, sections 2, 3 and 9
 */
import type { Handler, HttpResponse, IssuerUrl, JsonObject } from "@irsa-sim/core";
import { discoveryDocument, jwks } from "./documents.js";
import { signClaims } from "./sign-claims.js";
import { importSigningKey, type SigningKey } from "./signing-key.js";

/** What an issuer is made from. */
export interface OidcIssuerOptions {
  /** Byte for byte what stands in `iss`; no slash at the end. */
  readonly issuer: IssuerUrl;
  /** PKCS #8 PEM; the first signs, all are published. */
  readonly signingKeys: readonly string[];
}

/** An issuer at work. */
export interface OidcIssuer {
  /** Serves the documents under the issuer's path. */
  readonly handler: Handler;
  /** Key ids in the order of the key set; the first one signs. */
  readonly keyIds: readonly string[];
  /** Signs claims as Kubernetes does; the result is a compact JWS. */
  sign(claims: JsonObject): Promise<string>;
}

/** Reads the keys and starts to serve. */
export async function createOidcIssuer({ issuer, signingKeys }: OidcIssuerOptions): Promise<OidcIssuer> {
  const keys = await Promise.all(signingKeys.map(importSigningKey));
  const [signingKey] = keys;
  if (signingKey === undefined) throw new Error("an issuer needs a key");
  return { handler: createHandler(issuer, keys), keyIds: keys.map(({ kid }) => kid), sign: (claims) => signClaims(claims, signingKey) };
}

function createHandler(issuer: IssuerUrl, keys: readonly SigningKey[]): Handler {
  const documents = new Map([
    [`${issuer}/.well-known/openid-configuration`, { contentType: "application/json", body: discoveryDocument(issuer) }],
    [`${issuer}/keys`, { contentType: "application/json", body: jwks(keys) }],
  ]);
  return async (request, span): Promise<HttpResponse> => {
    const { origin, pathname } = new URL(request.url);
    const document = documents.get(`${origin}${pathname}`);
    if (document === undefined) {
      span.note("oidc-issuer.unknown-path", { path: pathname });
      return { status: 404, headers: { "content-type": "text/plain; charset=utf-8" }, body: "404 page not found\n" };
    }
    if (request.method !== "GET" && request.method !== "HEAD") return { status: 405, headers: { allow: "GET, HEAD" }, body: "" };
    const headers = { "content-type": document.contentType, "cache-control": "public, max-age=3600" };
    return { status: 200, headers, body: request.method === "HEAD" ? "" : document.body };
  };
}
