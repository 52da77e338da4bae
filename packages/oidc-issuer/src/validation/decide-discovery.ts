/** What `jwks_uri` is made from. */
export interface DiscoveryFlags {
  readonly issuer: string;
  /** `--service-account-jwks-uri`; empty for none. */
  readonly jwksUri: string;
  /** `host[:port]` under which the API server is known outside; empty for none. */
  readonly externalHost: string;
  readonly keyCount: number;
}

/** The `jwks_uri` to publish, or Kubernetes' words for why the two documents are not served. */
export type DiscoveryDecision = { readonly jwksUri: string } | { readonly problem: string };

/**
 * Decides whether kube-apiserver serves discovery; it issues tokens either way.
 *
 * @see kubernetes-tokens.md, section 3.2
 */
export function decideDiscovery({ issuer, jwksUri, externalHost, keyCount }: DiscoveryFlags): DiscoveryDecision {
  const problem = findUrlProblem(issuer);
  if (problem !== null) return { problem };
  if (jwksUri !== "" && !jwksUri.startsWith("https://")) return { problem: `jwksURI requires https scheme, parsed as: ${jwksUri}` };
  if (jwksUri === "" && externalHost === "") return { problem: "either the JWKS URI or the default external address, or both, must be set" };
  if (keyCount === 0) return { problem: "no keys provided for validating keyset" };
  return { jwksUri: jwksUri || `https://${externalHost}/openid/v1/jwks` };
}

function findUrlProblem(issuer: string): string | null {
  if (issuer === "") return "empty issuer URL";
  if (!issuer.startsWith("https://")) return `issuer URL must use https scheme, got: ${issuer}`;
  if (/^[^#]*\?./.test(issuer)) return `issuer URL may not include a query, got: ${issuer}`;
  return /#./.test(issuer) ? `issuer URL may not include a fragment, got: ${issuer}` : null;
}
