import type { HttpRequest } from "@irsa-sim/core";
import { WEBHOOK_TOKEN } from "../bearer-tokens.js";
import type { OutsideCluster } from "./outside-cluster.js";

/** What the webhook reads: service accounts, and its ConfigMap. */
const OF_WEBHOOK = /^\/api\/v1\/(?:serviceaccounts|namespaces\/[a-z0-9-]+\/(?:serviceaccounts\/[a-z0-9.-]+|configmaps))$/;

/** What is asked of a real API server for a request of the world. */
export interface OutsidePath {
  readonly path: string;
  readonly isWatch: boolean;
}

/**
 * What a request of the world may read of a real cluster: everybody the issuer's documents, the webhook what it is about. Nothing else goes there, since it would go
 * with the rights of whoever started the simulator.
 * Differs from STS, which reads the documents at the issuer's own host: here the API server that made them is asked.
 *
 * @returns `null` for all that is kept from it
 */
export function decideOutsidePath(
  { method, url, headers }: HttpRequest,
  { issuerUrl, jwksUrl }: Pick<OutsideCluster, "issuerUrl" | "jwksUrl">,
): OutsidePath | null {
  if (method !== "GET") return null;
  if (url === `${issuerUrl}/.well-known/openid-configuration`) return { path: "/.well-known/openid-configuration", isWatch: false };
  if (url === jwksUrl) return { path: "/openid/v1/jwks", isWatch: false };
  const { pathname, search, searchParams } = new URL(url);
  if (headers.authorization !== `Bearer ${WEBHOOK_TOKEN}` || !OF_WEBHOOK.test(pathname)) return null;
  return { path: `${pathname}${search}`, isWatch: searchParams.get("watch") === "1" };
}
