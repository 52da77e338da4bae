/**
 * The hand by which an actor writes into the trace. A handler gets one with each request; nobody keeps a trace of its own.
 */
import type { JsonObject } from "../json/json.js";
import type { Actor } from "../names/actor.js";
import type { Step } from "../names/step.js";
import type { HttpRequest, HttpResponse } from "../network/message.js";
import type { ChangeRecord, CheckRecord, ExchangeEvent, PeerSummary, TraceEvent } from "./trace-event.js";

/** Where in the trace an actor is at work. */
export interface Span {
  /** The event that encloses what is recorded here; `null` at the root. */
  readonly seq: number | null;
  readonly step: Step | null;
  readonly actor: Actor;
  /** Begins a stretch of work, in the same step and by the same actor unless said otherwise. */
  enter(name: string, where?: { readonly step?: Step | null; readonly actor?: Actor }): Span;
  /** Records a check and returns whether it passed. */
  check(record: CheckRecord): boolean;
  /** Records a change. */
  change(record: ChangeRecord): void;
  /** Records a fact. */
  note(name: string, attributes?: JsonObject): void;
  /** Records a request under way; the network alone calls this. */
  exchange(name: string, to: Actor, request: HttpRequest): OpenExchange;
}

/** A request that has not been answered yet. */
export interface OpenExchange {
  /** Where the receiver records what it does. */
  readonly span: Span;
  /** Records the certificate that the server showed. */
  sawPeer(peer: PeerSummary): void;
  /** Records the response, or why none came. */
  end(outcome: { readonly response: HttpResponse } | { readonly failure: NonNullable<ExchangeEvent["failure"]> }): void;
}

/** A finished or growing record of a run. */
export interface Trace {
  readonly events: readonly TraceEvent[];
  /** The span at the root, outside all steps. */
  readonly root: Span;
}
