import { SimulatorError } from "../errors/simulator-error.js";

/** Why no response came: names as in POSIX and Node for the socket, RFC 8446's alerts in words for TLS. */
export type NetworkErrorCode =
  | "ENOTFOUND"
  | "EAI_AGAIN"
  | "ECONNREFUSED"
  | "ETIMEDOUT"
  | "ERR_TLS_UNTRUSTED"
  | "ERR_TLS_HOST_MISMATCH"
  | "ERR_TLS_EXPIRED"
  | "ERR_TLS_NO_CERTIFICATE";

/** What is known of the connection that failed. */
export interface ConnectionAttempt {
  readonly address?: string | null;
  readonly proxy?: string | null;
}

/** A request that got no response. */
export class NetworkError extends SimulatorError {
  override readonly code: NetworkErrorCode;
  /** The IP address that was tried; `null` when the name was not resolved, or nobody knows. */
  readonly address: string | null;
  /** URL of the proxy that could not be reached; `null` when the request did not go through one. */
  readonly proxy: string | null;

  constructor(code: NetworkErrorCode, message: string, { address = null, proxy = null }: ConnectionAttempt = {}) {
    super(message);
    this.code = code;
    this.address = address;
    this.proxy = proxy;
  }
}
