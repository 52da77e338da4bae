import { SimulatorError } from "../errors/simulator-error.js";

/** Why no response came: names as in POSIX and Node for the socket, RFC 8446's alerts in words for TLS. */
export type NetworkErrorCode =
  | "ENOTFOUND"
  | "ECONNREFUSED"
  | "ETIMEDOUT"
  | "ERR_TLS_UNTRUSTED"
  | "ERR_TLS_HOST_MISMATCH"
  | "ERR_TLS_EXPIRED"
  | "ERR_TLS_NO_CERTIFICATE";

/** A request that got no response. */
export class NetworkError extends SimulatorError {
  override readonly code: NetworkErrorCode;

  constructor(code: NetworkErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
