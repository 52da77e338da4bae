/** Which hosts can be reached, and how fast: a transport in front of the network's own, so that what is blocked fails as a real connection would. */
import { type Clock, NetworkError, type Transport } from "@irsa-sim/core";

/** How a connection fails: nobody answers, nobody listens, or the name is unknown. */
export type Unreachability = "timeout" | "refused" | "unresolved";

/** A transport with hosts that can be cut off, or far away. */
export interface Reachability {
  readonly transport: Transport;
  /** Cuts a host off, with its name as in the URL; `durationMs` is `null` for good. */
  block(host: string, how: Unreachability, durationMs: number | null): void;
  /** Lets every request to a host take so long on its way there; 0 for no time. */
  delay(host: string, delayMs: number): void;
}

/**
 * Puts the cuts in front of a transport.
 * Differs from a real network: a connection that times out fails at once, since an exchange takes no virtual time unless a scenario slows its host down.
 */
export function createReachability(transport: Transport, clock: Clock): Reachability {
  const delaysMs = new Map<string, number>();
  const blocked = new Map<string, { readonly how: Unreachability; readonly until: number }>();
  return {
    block: (host, how, durationMs) => {
      blocked.set(host, { how, until: durationMs === null ? Number.POSITIVE_INFINITY : clock.now() + durationMs });
    },
    delay: (host, delayMs) => {
      delaysMs.set(host, delayMs);
    },
    transport: {
      async carry(request, exchange, options) {
        const { hostname, protocol, port } = new URL(request.url);
        const cut = blocked.get(hostname);
        if (cut !== undefined && clock.now() < cut.until) throw connectionError(cut.how, hostname, port || (protocol === "https:" ? "443" : "80"));
        const delayMs = delaysMs.get(hostname) ?? 0;
        if (delayMs > 0) await clock.sleep(delayMs);
        return transport.carry(request, exchange, options);
      },
    },
  };
}

function connectionError(how: Unreachability, host: string, port: string): NetworkError {
  switch (how) {
    case "timeout":
      return new NetworkError("ETIMEDOUT", `connect ETIMEDOUT ${host}:${port}`);
    case "refused":
      return new NetworkError("ECONNREFUSED", `connect ECONNREFUSED ${host}:${port}`);
    case "unresolved":
      return new NetworkError("ENOTFOUND", `getaddrinfo ENOTFOUND ${host}`);
  }
}
