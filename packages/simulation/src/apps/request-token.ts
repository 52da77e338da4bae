import type { HttpResponse, Network, Span, TlsPolicy } from "@irsa-sim/core";

/** What an operator asks the API server for. */
export interface WantedToken {
  /** The operator's own token. */
  readonly bearerToken: string;
  readonly namespace: string;
  readonly serviceAccount: string;
  readonly audiences: readonly string[];
  /** The API server's default when absent. */
  readonly expirationSeconds?: number | undefined;
}

/**
 * Asks for a service account's token from within a pod, with the pod's own token, as operators do that call STS for others.
 *
 * @see kubernetes-tokens.md, section 1
 */
export function createTokenRequester(network: Network, tls: TlsPolicy): (wanted: WantedToken, span: Span) => Promise<HttpResponse> {
  return ({ bearerToken, namespace, serviceAccount, audiences, expirationSeconds }, span) => {
    const spec = { audiences, ...(expirationSeconds === undefined ? {} : { expirationSeconds }) };
    return network.send(
      {
        method: "POST",
        url: `https://kubernetes.default.svc/api/v1/namespaces/${namespace}/serviceaccounts/${serviceAccount}/token`,
        headers: { authorization: `Bearer ${bearerToken}`, "content-type": "application/json", accept: "application/json" },
        body: JSON.stringify({ kind: "TokenRequest", apiVersion: "authentication.k8s.io/v1", spec }),
      },
      span,
      { name: "TokenRequest", tls },
    );
  };
}
