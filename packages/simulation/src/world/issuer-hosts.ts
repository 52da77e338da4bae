import type { Handler, HostDirectory, IssuerUrl, ServerCertificate } from "@irsa-sim/core";

/** Where issuers publish their documents; EKS's of one region share a host. */
export interface IssuerHosts {
  /** Publishes an issuer's documents; who publishes under the same URL later takes the place of who did before. */
  publish(url: IssuerUrl, issuer: { readonly handler: Handler; readonly certificate: ServerCertificate }): void;
}

/** Creates the hosts of issuers. */
export function createIssuerHosts(hosts: HostDirectory): IssuerHosts {
  /** By host, then by URL; the last one last. */
  const published = new Map<string, Map<string, Handler>>();
  return {
    publish(url, { handler, certificate }) {
      const { host } = new URL(url);
      const ofHost = published.get(host) ?? new Map<string, Handler>();
      ofHost.delete(url);
      published.set(host, ofHost.set(url, handler));
      hosts.listen({ host, actor: "oidc-issuer", handler: ofHost.size === 1 ? handler : dispatch(ofHost), certificate });
    },
  };
}

/** A path that is nobody's gets the first issuer's answer. */
function dispatch(handlers: ReadonlyMap<string, Handler>): Handler {
  return (request, span) => {
    const found = [...handlers].find(([url]) => request.url.startsWith(`${url}/`)) ?? [...handlers][0];
    if (found === undefined) throw new Error("nobody publishes here");
    return found[1](request, span);
  };
}
