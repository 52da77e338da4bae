import type { ServerOptions } from "node:http";

/** What a listener puts up with. */
export interface ConnectionLimits {
  /** How long a client may take for a TLS handshake or a request's headers, in milliseconds; six times as long for a body, or without a request between two. */
  readonly patienceMs: number;
  /** How many connections there may be; the one that has been idle the longest makes room for a further one. */
  readonly maxConnections: number;
  /** How many bytes of bodies that are under way may be held, for all connections together. */
  readonly maxHeldBytes: number;
}

/** What nobody who is served well comes near. */
export const DEFAULT_LIMITS: ConnectionLimits = { patienceMs: 10_000, maxConnections: 512, maxHeldBytes: 256 * 2 ** 20 };

const LONGER = 6;
/** How much later than it should a slow client may be noticed, as a share of the patience. */
const LATENESS = 0.2;

/** The limits as a server of Node knows them. */
export function serverLimits({ patienceMs }: ConnectionLimits) {
  return {
    headersTimeout: patienceMs,
    requestTimeout: LONGER * patienceMs,
    keepAliveTimeout: LONGER * patienceMs,
    connectionsCheckingInterval: Math.max(10, LATENESS * patienceMs),
  } satisfies ServerOptions;
}

/** How long a client may leave an answer unread, in milliseconds. */
export function unreadLimitMs({ patienceMs }: ConnectionLimits): number {
  return LONGER * patienceMs;
}
