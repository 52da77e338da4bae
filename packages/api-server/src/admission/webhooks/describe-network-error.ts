import type { NetworkError } from "@irsa-sim/core";
import type { WebhookClientConfig } from "./webhook-configuration.js";

/**
 * A failure below HTTP in the words of Go's client and the API server's resolver of Services.
 *
 * Differs from Go in the tail for certificates: it names them as the simulator's network does. Addresses are left out.
 */
export function describeNetworkError({ code, message }: NetworkError, { service, url = "" }: WebhookClientConfig): string {
  switch (code) {
    case "ENOTFOUND":
      return service === undefined ? `dial tcp: lookup ${new URL(url).hostname}: no such host` : `service "${service.name}" not found`;
    case "EAI_AGAIN":
      return `dial tcp: lookup ${service === undefined ? new URL(url).hostname : service.name}: i/o timeout`;
    case "ECONNREFUSED":
      return "dial tcp: connect: connection refused";
    case "ETIMEDOUT":
      return "context deadline exceeded";
    case "ERR_TLS_UNTRUSTED":
      return "tls: failed to verify certificate: x509: certificate signed by unknown authority";
    case "ERR_TLS_EXPIRED":
      return `tls: failed to verify certificate: x509: certificate has expired or is not yet valid: ${message}`;
    case "ERR_TLS_HOST_MISMATCH":
      return `tls: failed to verify certificate: x509: ${message}`;
    case "ERR_TLS_NO_CERTIFICATE":
      return "http: server gave HTTP response to HTTPS client";
  }
}
