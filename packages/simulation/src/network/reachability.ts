/** Which hosts can be reached, from where, and how fast: a transport in front of the network's own, so that what is blocked fails as a real connection would. */
import { type Clock, NetworkError, type Transport } from "@irsa-sim/core";
import { addressOf } from "./address-of.js";
import type { Cut, NetworkPlace, Unreachability } from "./network-place.js";

/** A network with hosts that can be cut off. */
export interface Reachability {
  /** The way from a place. */
  transportFrom(place: NetworkPlace): Transport;
  /** Cuts a host off; a duration of 0 ends it. */
  block(cut: Cut): void;
  /** Lets every request to a host take so long on its way there; 0 for no time. */
  delay(host: string, delayMs: number): void;
}

/**
 * Puts the cuts in front of a transport.
 * Differs from a real network: a connection that times out fails at once, since an exchange takes no virtual time unless its host was slowed down.
 */
export function createReachability(transport: Transport, clock: Clock): Reachability {
  const delaysMs = new Map<string, number>();
  const blocked = new Map<string, { readonly how: Unreachability; readonly until: number }>();
  const keyOf = (place: NetworkPlace | null, host: string): string => `${place ?? ""} ${host}`;
  return {
    block: ({ host, how, from, durationMs }) => {
      blocked.set(keyOf(from, host), { how, until: durationMs === null ? Number.POSITIVE_INFINITY : clock.now() + durationMs });
    },
    delay: (host, delayMs) => {
      delaysMs.set(host, delayMs);
    },
    transportFrom: (place) => ({
      async carry(request, exchange, options) {
        const url = new URL(request.url);
        const pass = (): void => {
          const cuts = [blocked.get(keyOf(null, url.hostname)), blocked.get(keyOf(place, url.hostname))];
          const cut = cuts.find((one) => one !== undefined && clock.now() < one.until);
          if (cut !== undefined) throw connectionError(cut.how, url);
        };
        pass();
        const delayMs = delaysMs.get(url.hostname) ?? 0;
        if (delayMs > 0) await clock.sleep(delayMs, options);
        const response = await transport.carry(request, exchange, options);
        // An answer that took its time, such as a watch's, is lost where the way was cut meanwhile.
        pass();
        return response;
      },
    }),
  };
}

/**
 * The error with which a connection to a URL's host fails.
 *
 * @param proxy the URL itself, when the host is a proxy
 */
export function connectionError(how: Unreachability, { hostname, protocol, port: written }: URL, proxy: string | null = null): NetworkError {
  const port = written || (protocol === "https:" ? "443" : "80");
  switch (how) {
    case "timeout":
      return new NetworkError("ETIMEDOUT", `connect ETIMEDOUT ${hostname}:${port}`, { address: addressOf(hostname), proxy });
    case "refused":
      return new NetworkError("ECONNREFUSED", `connect ECONNREFUSED ${hostname}:${port}`, { address: addressOf(hostname), proxy });
    case "unresolved":
      return new NetworkError("ENOTFOUND", `getaddrinfo ENOTFOUND ${hostname}`, { proxy });
    case "dns-timeout":
      return new NetworkError("EAI_AGAIN", `getaddrinfo EAI_AGAIN ${hostname}`, { proxy });
  }
}
