/**
 * TLS as far as the flow depends on it: who shows which certificate, and who trusts it. The same certificates and the same
 * checks serve the in-memory network, where the handshake is played, and sockets, where it is real.
 */

import type { EpochMillis } from "../time/epoch.js";
import type { Span } from "../trace/span.js";

/** What a server shows, and the key that proves it; both PEM. */
export interface ServerCertificate {
  /** The leaf first, then each issuer; the root is not sent. */
  readonly chain: readonly string[];
  /** PKCS #8; secret. */
  readonly privateKey: string;
}

/** What a client sees of the server in a handshake. */
export interface TlsPeer {
  readonly host: string;
  /** PEM, as sent: the leaf first. */
  readonly chain: readonly string[];
  readonly at: EpochMillis;
}

/** A client's rule for whom to talk to. */
export interface TlsPolicy {
  /**
   * Returns when the peer is accepted.
   *
   * @throws {NetworkError} with the TLS code when it is not
   */
  accept(peer: TlsPeer, span: Span): void;
}
