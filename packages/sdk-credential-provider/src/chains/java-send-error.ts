import type { Unanswered } from "./unanswered.js";

/**
 * The Java exception with which a request that got no response ends, class and text.
 * The text of a refused or slow connection is from memory of the HTTP clients.
 */
export function javaSendError({ url, error: { code, address } }: Unanswered): { readonly class: string; readonly message: string } {
  const { hostname, port } = URL.canParse(url) ? new URL(url) : { hostname: url, port: "" };
  const peer = `${hostname}:${port || "443"}`;
  switch (code) {
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return { class: "java.net.UnknownHostException", message: hostname };
    case "ECONNREFUSED":
      return { class: "java.net.ConnectException", message: `Connect to ${peer} [${hostname}/${address ?? hostname}] failed: Connection refused` };
    case "ETIMEDOUT":
      return { class: "java.net.SocketTimeoutException", message: `Connect to ${peer} [${hostname}/${address ?? hostname}] failed: Connect timed out` };
    case "ERR_TLS_EXPIRED":
      return {
        class: "javax.net.ssl.SSLHandshakeException",
        message: "PKIX path validation failed: java.security.cert.CertPathValidatorException: validity check failed",
      };
    case "ERR_TLS_HOST_MISMATCH":
      return { class: "javax.net.ssl.SSLPeerUnverifiedException", message: `Certificate for <${hostname}> doesn't match any of the subject alternative names` };
    default:
      return {
        class: "javax.net.ssl.SSLHandshakeException",
        message:
          "PKIX path building failed: sun.security.provider.certpath.SunCertPathBuilderException: unable to find valid certification path to requested target",
      };
  }
}
