import type { Json, JsonObject } from "@irsa-sim/core";
import type { Moment } from "@irsa-sim/story";

/** Notes that tell a newcomer what an actor did by itself; the others stand in the inspector. */
const NOTES: Readonly<Record<string, (attributes: JsonObject) => string>> = {
  "webhook.decision": ({ outcome }) => (outcome === "mutate" ? "decides: mutate the pod" : `decides: ${text(outcome)}`),
  "kubelet.pod-seen": ({ pod }) => `sees ${text(pod)}`,
  "kubelet.token-needed": ({ reason }) => `token needed: ${text(reason)}`,
  "kubelet.containers-started": () => "starts the containers",
  "sdk.chosen": ({ provider }) => `chain → ${lastName(text(provider))}`,
  "network.unreachable": ({ host }) => `cuts off ${text(host)}`,
  "network.slow": ({ host }) => `slows down ${text(host)}`,
  "token.tampered": () => "changes the token",
};

/** What stands at an actor's lane for something that it did alone; `null` for what the diagram leaves out. */
export function labelWork(moment: Exclude<Moment, { kind: "arrow" }>): string | null {
  if (moment.kind === "note") return NOTES[moment.name]?.(moment.attributes) ?? null;
  if (moment.kind === "check") return moment.passed ? null : `✕ ${moment.title}`;
  return moment.what.startsWith("/") ? `writes ${shortPath(moment.what)}` : null;
}

function text(value: Json | undefined): string {
  return typeof value === "string" ? value : JSON.stringify(value ?? "");
}

/** `…/serviceaccount/token`. */
function shortPath(path: string): string {
  return path.split("/").length > 3 ? `…/${path.split("/").slice(-2).join("/")}` : path;
}

function lastName(provider: string): string {
  return provider.split(".")[0] ?? provider;
}
