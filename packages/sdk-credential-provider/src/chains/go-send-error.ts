import type { Unanswered } from "./sdk-texts.js";

/**
 * What Go's `net/http` says when no response came: an address where the connection failed, none where the name was not resolved.
 * Differs perhaps in the texts for a certificate that has expired or is for another host, and in a proxy's.
 *
 * @see failures.md, ranks 8, 35 and 39
 */
export function goSendError({ url, error }: Unanswered): string {
  const reason = error.proxy === null ? reasonOf(new URL(url), error) : `proxyconnect tcp: ${reasonOf(new URL(error.proxy), error)}`;
  return `Post "${url}": ${reason}`;
}

function reasonOf({ hostname, port }: URL, { code, address, message }: Unanswered["error"]): string {
  const peer = `${address ?? hostname}:${port || "443"}`;
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
      return "x509: certificate signed by unknown authority";
    default:
      return `x509: ${message}`;
  }
}
