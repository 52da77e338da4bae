import { type LocatedNode, memberOf, textOf } from "@irsa-sim/documents";
import type { Faults } from "./faults.js";

/**
 * The proxy of a cluster, `proxy-url`; `null` without one, and where there is a fault.
 *
 * Leaves out: SOCKS, and proxies of the environment (`HTTPS_PROXY`).
 */
export function readProxy(cluster: LocatedNode, server: string, { problems }: Faults): URL | null {
  const node = memberOf(cluster, "proxy-url");
  const text = textOf(node);
  if (node === null || text === "") return null;
  const url = text !== null && URL.canParse(text) ? new URL(text) : null;
  const fault = (message: string, expected: string): null => {
    // A password may stand in it.
    problems.add(node.place, { message, expected, actual: url === null ? "something else" : `${url.protocol}//${url.host}` });
    return null;
  };
  if (url === null || url.host === "") return fault("proxy-url cannot be read", "http:// or https:// and a host");
  if (!["http:", "https:"].includes(url.protocol)) return fault("this kind of proxy is not spoken to", "proxy-url with http:// or https://");
  if (!server.startsWith("https:")) return fault("a proxy stands before a server without TLS", "a server with https://, or no proxy-url");
  return url;
}
