import type { EndpointName } from "@irsa-sim/live";
import type { CutOff } from "@irsa-sim/node-host";

/** How often clients were cut off, by where and why. */
export interface CutOffLog {
  /** Takes one more. @returns what is told of it; `null` when it was told often enough */
  add(endpoint: EndpointName, why: CutOff): string | null;
  readonly counts: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

const REASONS: Readonly<Record<CutOff, string>> = {
  slow: "took too long to send a request or to read an answer",
  "not-http": "sent what is no HTTP",
  "too-long": "sent headers or a body that are too long",
  "not-tls": "sent what is no TLS that the simulator speaks",
  "http-at-tls-port": "spoke plain HTTP; this port speaks TLS",
  distrust: "does not trust the simulator's certificate; ca.pem has the roots",
  "broke-off": "went away in the middle of a request",
  "made-room": "had an idle connection that made room for another",
  busy: "sent a body while too many were under way",
};

/** Creates an empty log. Each sort is told when it comes up, and then ten times as rarely each time, so that nobody fills a terminal from outside. */
export function createCutOffLog(): CutOffLog {
  const counts: Record<string, Record<string, number>> = {};
  return {
    counts,
    add(endpoint, why) {
      counts[endpoint] ??= {};
      const ofEndpoint = counts[endpoint];
      const count = (ofEndpoint[why] ?? 0) + 1;
      ofEndpoint[why] = count;
      if (!Number.isInteger(Math.log10(count))) return null;
      return `cut off at ${endpoint}: a client that ${REASONS[why]}${count === 1 ? "" : ` (${count} times so far)`}`;
    },
  };
}
