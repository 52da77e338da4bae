import { bodyText, type HttpResponse, type NetworkError, type NetworkErrorCode } from "@irsa-sim/core";
import type { Connection } from "./connection.js";

/** What was asked, and what it takes. */
export interface Asked {
  readonly connection: Connection;
  /** `read the service accounts of all namespaces`. */
  readonly what: string;
  /** What gives somebody the right to it, as a command or a sentence. */
  readonly right: string;
}

/** What is told of a request that failed: one sentence, and what to do. */
export interface ApiProblem {
  readonly message: string;
  readonly hint: string;
}

const HINTS: Readonly<Record<NetworkErrorCode, string>> = {
  ENOTFOUND: "is the name of the server right, and is this machine in its network?",
  EAI_AGAIN: "no name server answered: is this machine in a network?",
  ECONNREFUSED: "does the cluster run, and is this its port? kubectl get --raw /version with the same kubeconfig tells",
  ETIMEDOUT: "does the cluster run, and does a firewall or a VPN stand between?",
  ERR_TLS_UNTRUSTED: "certificate-authority-data of the kubeconfig must be the root of this cluster: it may have been made anew since",
  ERR_TLS_HOST_MISMATCH: "use a server name that stands in the certificate, or say one with tls-server-name in the kubeconfig",
  ERR_TLS_EXPIRED: "the certificate of the API server must be renewed, or this machine's clock is wrong",
  ERR_TLS_NO_CERTIFICATE: "the server speaks no TLS there",
};

const PROXY_HINT = "proxy-url of the kubeconfig leads there: does the proxy run, and does it let CONNECT through to the API server?";

/** Why no answer came from an API server. */
export function explainNoAnswer({ code, message }: NetworkError, { server, source, proxy }: Connection): ApiProblem {
  const hint = proxy !== null && message.startsWith("the proxy ") ? PROXY_HINT : HINTS[code];
  return { message: `${server} gives no answer (${source})\n  expected  an API server\n  found     ${code}: ${message}`, hint };
}

/** Why an API server did not do what it was asked, from its own Status. */
export function explainStatus(response: HttpResponse, { connection: { server, source }, what, right }: Asked): ApiProblem {
  const { status } = response;
  const { said, isStatus } = readStatus(response);
  if (status === 404 && isStatus) return { message: `${said} (${source})`, hint: "is it this namespace, and this context?" };
  const message = `${server} does not let irsa-sim ${what} (${source})\n  expected  HTTP 200\n  found     HTTP ${status}${said === "" ? "" : `: ${said}`}`;
  if (status === 401) return { message, hint: "the API server does not know these credentials: they may have expired, or are another cluster's" };
  if (status === 403 && said.includes("cannot impersonate resource"))
    return { message, hint: "the kubeconfig says as: an administrator grants this user the verb impersonate, or as is taken out" };
  if (status === 403) return { message, hint: right };
  return { message, hint: status === 404 ? "is this the address of an API server?" : "the API server's own log tells more" };
}

/** What an answer says: the message of Kubernetes' Status, or the beginning of a body that is none. */
function readStatus(response: HttpResponse): { readonly said: string; readonly isStatus: boolean } {
  const text = bodyText(response);
  try {
    const { kind, message } = (JSON.parse(text) ?? {}) as { readonly kind?: unknown; readonly message?: unknown };
    if (kind === "Status" && typeof message === "string") return { said: message, isStatus: true };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  return { said: text.slice(0, 200).split("\n")[0] ?? "", isStatus: false };
}
