import type { Actor, TraceEvent } from "@irsa-sim/core";

/** From who sets it up to who is called last. */
const ORDER: readonly Actor[] = [
  "developer",
  "controller",
  "api-server",
  "webhook",
  "kubelet",
  "tokens-controller",
  "sdk",
  "node",
  "pod-identity-agent",
  "sts",
  "oidc-issuer",
  "iam",
  "s3",
  "aws",
  "simulator",
];

/** The actors that acted or were asked, in the flow's order. */
export function lanesOf(events: readonly TraceEvent[]): readonly Actor[] {
  const seen = new Set<Actor>();
  for (const event of events) {
    if (event.kind === "span") continue;
    seen.add(event.actor);
    if (event.kind === "exchange") seen.add(event.to);
  }
  return ORDER.filter((actor) => seen.has(actor));
}
