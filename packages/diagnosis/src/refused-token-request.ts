import type { ExchangeEvent } from "@irsa-sim/core";
import type { FailureView } from "./failure-view.js";

/** The kubelet's last request for a token, where the API server refused it; `null` where it gave one, or was not asked. */
export function refusedTokenRequest(events: FailureView["events"]): ExchangeEvent | null {
  const last = events.findLast((event): event is ExchangeEvent => event.kind === "exchange" && event.name === "TokenRequest" && event.actor === "kubelet");
  return last?.response !== undefined && last.response !== null && last.response.status >= 400 ? last : null;
}
