import type { IssuerUrl } from "@irsa-sim/core";
import type { ApiClient } from "./api-client.js";
import { ApiError } from "./api-error.js";
import { getJson } from "./ask-for.js";

/** Who a real cluster's tokens are from. */
export interface RealIssuer {
  /** As the tokens name it. */
  readonly issuer: string;
  /** The same without a slash at the end. */
  readonly issuerUrl: IssuerUrl;
  readonly jwksUrl: string;
}

const RIGHT =
  "an administrator grants it: kubectl create clusterrolebinding irsa-sim-issuer --clusterrole=system:service-account-issuer-discovery --user=USER (or --serviceaccount=NAMESPACE:NAME)";
const PURPOSE = { what: "read its issuer's documents", right: RIGHT };

/**
 * Reads the discovery document and the keys of a real cluster's issuer, from its API server.
 *
 * @throws {ApiError} when it may not be read, or names no issuer that AWS could use
 * @see https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/#service-account-issuer-discovery
 */
export async function readIssuer(client: ApiClient): Promise<RealIssuer> {
  const { issuer, jwks_uri: jwksUrl } = await getJson(client, "/.well-known/openid-configuration", PURPOSE);
  if (!isHttps(issuer) || !isHttps(jwksUrl))
    throw new ApiError({
      message: `the issuer of ${client.connection.server} is none that AWS could use\n  expected  an https URL as issuer and as jwks_uri\n  found     ${String(issuer)}, ${String(jwksUrl)}`,
      hint: "--service-account-issuer of the API server says what it is",
    });
  await getJson(client, "/openid/v1/jwks", PURPOSE);
  return { issuer, issuerUrl: issuer.replace(/\/+$/, "") as IssuerUrl, jwksUrl };
}

function isHttps(value: unknown): value is string {
  return typeof value === "string" && value.startsWith("https://") && URL.canParse(value);
}
