/** Why a client was cut off, or went away in the middle. */
export type CutOff = "slow" | "not-http" | "too-long" | "not-tls" | "http-at-tls-port" | "distrust" | "broke-off" | "made-room" | "busy";

/**
 * Why a connection ended before its time, from the code of Node's error.
 *
 * @returns `null` for an end that is nobody's concern
 * @see https://nodejs.org/api/http.html#event-clienterror, https://nodejs.org/api/errors.html#openssl-error-codes
 * @example nameCutOff("HPE_INVALID_METHOD") // => "not-http"
 */
export function nameCutOff(code: string): CutOff | null {
  if (SLOW.has(code)) return "slow";
  if (TOO_LONG.has(code)) return "too-long";
  if (code.startsWith("HPE_")) return "not-http";
  if (code === "ERR_SSL_HTTP_REQUEST") return "http-at-tls-port";
  if (DISTRUST.test(code)) return "distrust";
  if (code.startsWith("ERR_SSL_") || code.startsWith("ERR_TLS_")) return "not-tls";
  return code === "ECONNRESET" || code === "EPIPE" ? "broke-off" : null;
}

const SLOW = new Set(["ERR_HTTP_REQUEST_TIMEOUT", "ERR_TLS_HANDSHAKE_TIMEOUT"]);
const TOO_LONG = new Set(["HPE_HEADER_OVERFLOW", "HPE_CHUNK_EXTENSIONS_OVERFLOW"]);
/** A client that does not trust the certificate says so by one of these alerts (RFC 8446 section 6.2). */
const DISTRUST = /ALERT_(UNKNOWN_CA|BAD_CERTIFICATE|CERTIFICATE_UNKNOWN|UNKNOWN_CERTIFICATE)$/;
