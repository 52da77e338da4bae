import type { Unanswered } from "./unanswered.js";

/**
 * What Go's `net/http` says when no response came: an address where the connection failed, none where the name was not resolved.
 * Differs perhaps in the texts for a certificate that has expired or is for another host, and in a proxy's.
 *
 * @see failures.md, ranks 8, 35 and 39
 */
export function goSendError({ method, url, error }: Unanswered): string {
  const reason = error.proxy === null ? reasonOf(hostOf(url), error) : `proxyconnect tcp: ${reasonOf(hostOf(error.proxy), error)}`;
  return `${method.charAt(0)}${method.slice(1).toLowerCase()} "${url}": ${reason}`;
}

/** Also of what is no URL, because its host is no name. */
function hostOf(url: string): Pick<URL, "hostname" | "port" | "protocol"> {
  return URL.canParse(url) ? new URL(url) : { hostname: url.replace(/^\w+:\/\/([^/?#]*).*$/s, "$1"), port: "", protocol: "https:" };
}

function reasonOf({ hostname, port, protocol }: Pick<URL, "hostname" | "port" | "protocol">, { code, address, message }: Unanswered["error"]): string {
  const peer = `${address ?? hostname}:${port || (protocol === "http:" ? "80" : "443")}`;
  switch (code) {
    case "ETIMEDOUT":
      return `dial tcp ${peer}: i/o timeout`;
    case "ECONNREFUSED":
      return `dial tcp ${peer}: connect: connection refused`;
    case "EAI_AGAIN":
      return "dial tcp: i/o timeout";
    case "ENOTFOUND":
      return `dial tcp: lookup ${hostname}: no such host`;
    case "ERR_TLS_UNTRUSTED":
      return "tls: failed to verify certificate: x509: certificate signed by unknown authority";
    default:
      return `tls: failed to verify certificate: x509: ${message}`;
  }
}
