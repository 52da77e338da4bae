/**
 * The hand by which an actor writes into the trace. A handler gets one with each request; nobody keeps a trace of its own.
 */
import type { JsonObject } from "../json/json.js";
import type { Actor } from "../names/actor.js";
import type { Step } from "../names/step.js";
import type { HttpRequest, HttpResponse } from "../network/message.js";
import type { Subject } from "./subject.js";
import type { ChangeRecord, CheckRecord, ExchangeEvent, PeerSummary } from "./trace-event.js";

/** Where in the trace somebody is at work. */
export interface Place {
  /** The event that encloses what is recorded here; `null` at the root. */
  readonly seq: number | null;
  readonly step: Step | null;
  readonly actor: Actor;
  /** Whom or what the work is about; absent when nothing is known of that. */
  readonly subject?: Subject;
}

/** An actor's place in the trace, and what it records there. */
export interface Span extends Place {
  /** Begins a stretch of work, in the same step and by the same actor unless said otherwise; what `subject` says comes to what is known already. */
  enter(name: string, where?: { readonly step?: Step | null; readonly actor?: Actor; readonly subject?: Subject }): Span;
  /** The same place, with more known of whom or what the work is about from now on. */
  about(subject: Subject): Span;
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
