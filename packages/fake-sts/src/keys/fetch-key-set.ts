import type { Network, Span } from "@irsa-sim/core";
import type { OpenIdConnectProvider } from "@irsa-sim/iam";
import type { TrustGround } from "./decide-issuer-trust.js";
import { fetchJson } from "./fetch-json.js";
import { issuerTlsPolicy } from "./issuer-tls-policy.js";
import type { KeyProblem } from "./key-problem.js";
import { parseDiscoveryDocument } from "./parse-discovery-document.js";
import { type PublishedKeys, parseJwks } from "./parse-jwks.js";

/** An issuer's keys as published at one time. */
export interface KeySet extends PublishedKeys {
  /** Where they came from. */
  readonly url: string;
  /** How long they may be kept, in seconds; `null` when the issuer does not say. */
  readonly maxAgeSeconds: number | null;
  /** Why the connection was trusted. */
  readonly trust: TrustGround;
}

/**
 * Fetches a provider's keys: the discovery document, then the JWKS that it names.
 *
 * @see sts-and-iam.md, section 4.3
 */
export async function fetchKeySet(
  from: { readonly network: Network; readonly publicAnchors: readonly string[] },
  provider: OpenIdConnectProvider,
  span: Span,
): Promise<KeySet | { readonly problem: KeyProblem }> {
  const issuer = `https://${provider.url}`;
  const tls = issuerTlsPolicy(provider, from.publicAnchors, span);
  const url = `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`;
  const discovery = await fetchJson(from.network, { name: "Discovery document", url, tls }, span);
  if ("problem" in discovery) return discovery;
  const located = parseDiscoveryDocument(discovery.document, { url, issuer });
  if ("problem" in located) return located;
  const jwks = await fetchJson(from.network, { name: "JWKS", url: located.jwksUri, tls }, span);
  if ("problem" in jwks) return jwks;
  const parsed = parseJwks(jwks.document, located.jwksUri);
  if ("problem" in parsed) return parsed;
  const trust = tls.ground();
  if (trust === null) throw new Error(`${located.jwksUri} was fetched without TLS`);
  return { ...parsed, url: located.jwksUri, maxAgeSeconds: jwks.maxAgeSeconds, trust };
}
