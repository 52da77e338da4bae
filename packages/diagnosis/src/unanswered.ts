import { type ExchangeEvent, findEvent, isInside, type JsonObject, type NoteEvent, type TraceEvent } from "@irsa-sim/core";
import type { OwnError } from "./cause.js";

/** A call that got no response. */
export interface UnansweredCall {
  /** The host that was called. */
  readonly host: string;
  /** The network's code, such as `ETIMEDOUT`. */
  readonly code: string;
  /** Where the network let it go to nowhere, as it noted itself; empty when it did not. */
  readonly dropped: JsonObject;
  readonly exchange: ExchangeEvent;
}

/** The SDK's last call of STS in the action that failed, when it got no response; `null` otherwise. */
export function unansweredSts({ events, action }: OwnError): UnansweredCall | null {
  const start = findEvent(events, action) as TraceEvent;
  const exchange = events.findLast(
    (event): event is ExchangeEvent => event.kind === "exchange" && event.name.startsWith("AssumeRole") && isInside(events, event, start),
  );
  if (exchange === undefined || exchange.failure === null) return null;
  return { host: new URL(exchange.request.url).hostname, code: exchange.failure.code, dropped: droppedIn(events, exchange), exchange };
}

/** What the network noted of a request that got nowhere; empty when it noted nothing. */
export function droppedIn(events: readonly TraceEvent[], exchange: ExchangeEvent): JsonObject {
  const note = events.findLast((event): event is NoteEvent => event.kind === "note" && event.name === "network.dropped" && isInside(events, event, exchange));
  return note?.attributes ?? {};
}
