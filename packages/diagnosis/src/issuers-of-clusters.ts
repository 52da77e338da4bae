import type { TraceEvent } from "@irsa-sim/core";

const DISCOVERY = "/.well-known/openid-configuration";

/** Whose issuer is whose, by URL without its scheme: as the developer was seen to look at them; empty where there is one cluster. */
export function issuersOfClusters(events: readonly TraceEvent[]): ReadonlyMap<string, string> {
  return new Map(
    events.flatMap((event) => {
      const cluster = event.subject?.cluster;
      if (event.kind !== "exchange" || event.actor !== "developer" || cluster === undefined || !event.request.url.endsWith(DISCOVERY)) return [];
      return [[event.request.url.slice("https://".length, -DISCOVERY.length), cluster] as const];
    }),
  );
}

/** An issuer as a sentence names it, with its cluster where there are several. */
export function withCluster(events: readonly TraceEvent[], issuer: string): string {
  const cluster = issuersOfClusters(events).get(issuer);
  return cluster === undefined ? issuer : `${issuer} of cluster ${cluster}`;
}
