import { NetworkError, type NetworkErrorCode } from "@irsa-sim/core";

/** Node's names, and OpenSSL's, for why a certificate is not taken. */
const TLS: Readonly<Record<string, NetworkErrorCode>> = {
  ERR_TLS_CERT_ALTNAME_INVALID: "ERR_TLS_HOST_MISMATCH",
  CERT_HAS_EXPIRED: "ERR_TLS_EXPIRED",
  CERT_NOT_YET_VALID: "ERR_TLS_EXPIRED",
  DEPTH_ZERO_SELF_SIGNED_CERT: "ERR_TLS_UNTRUSTED",
  SELF_SIGNED_CERT_IN_CHAIN: "ERR_TLS_UNTRUSTED",
  UNABLE_TO_GET_ISSUER_CERT: "ERR_TLS_UNTRUSTED",
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: "ERR_TLS_UNTRUSTED",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "ERR_TLS_UNTRUSTED",
  CERT_SIGNATURE_FAILURE: "ERR_TLS_UNTRUSTED",
};

const SOCKET: readonly NetworkErrorCode[] = ["ENOTFOUND", "EAI_AGAIN", "ECONNREFUSED", "ETIMEDOUT"];

/** An error of a socket by the name that the network gives it; the message says what Node said. */
export function toNetworkError(error: NodeJS.ErrnoException): NetworkError {
  if (error instanceof NetworkError) return error;
  const { code = "", message } = error;
  return new NetworkError(TLS[code] ?? SOCKET.find((one) => one === code) ?? "ECONNREFUSED", message);
}
