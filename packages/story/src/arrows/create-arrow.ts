import { type CheckEvent, type EpochMillis, type ExchangeEvent, findEvent, isInside, type Step, type TraceEvent } from "@irsa-sim/core";
import type { Arrow, Refusal } from "../arrow.js";
import { decodeRequest, decodeResponse } from "../content/decode-message.js";
import type { DecodedRequest, DecodedResponse } from "../content/decoded-message.js";
import { exchangeAround } from "../events/exchange-around.js";
import { readRefusalText } from "./read-refusal-text.js";

/** The arrow of an exchange; its messages are decoded when they are asked for. */
export function createArrow(exchange: ExchangeEvent, events: readonly TraceEvent[]): Arrow {
  return new ExchangeArrow(exchange, events);
}

/** A class, since a day has hundreds and each has four costly members that few views ask for. */
class ExchangeArrow implements Arrow {
  readonly kind = "arrow";
  readonly #exchange: ExchangeEvent;
  readonly #events: readonly TraceEvent[];
  readonly seq;
  readonly endSeq;
  readonly step;
  readonly subject;
  readonly from;
  readonly to;
  readonly name;
  readonly at;
  readonly status;
  readonly tls;
  readonly within;
  readonly depth;
  #refusal: Refusal | null | undefined;
  #request: DecodedRequest | undefined;
  #response: DecodedResponse | null | undefined;

  constructor(exchange: ExchangeEvent, events: readonly TraceEvent[]) {
    this.#exchange = exchange;
    this.#events = events;
    const outer = enclosing(exchange, events);
    this.seq = exchange.seq;
    this.endSeq = exchange.endSeq;
    this.step = exchange.step;
    this.subject = exchange.subject ?? {};
    this.from = exchange.actor;
    this.to = exchange.to;
    this.name = exchange.name;
    this.at = exchange.at;
    this.status = exchange.response?.status ?? null;
    this.tls = exchange.tls;
    this.within = outer[0]?.seq ?? null;
    this.depth = outer.length;
  }

  get answeredAt(): EpochMillis | null {
    return answeredAt(this.#exchange, this.#events);
  }

  get answeredIn(): Step | null {
    return answeredIn(this.#exchange, this.#events);
  }

  get refusal(): Refusal | null {
    if (this.#refusal === undefined) this.#refusal = refusalOf(this.#exchange, this.#events);
    return this.#refusal;
  }

  get request(): DecodedRequest {
    this.#request ??= decodeRequest(this.#exchange.request);
    return this.#request;
  }

  get response(): DecodedResponse | null {
    if (this.#response === undefined) this.#response = this.#exchange.response === null ? null : decodeResponse(this.#exchange.response);
    return this.#response;
  }
}

/** The exchanges during which another was sent, the innermost first. */
function enclosing(event: TraceEvent, events: readonly TraceEvent[]): readonly ExchangeEvent[] {
  const outer = exchangeAround(event, events);
  return outer === null ? [] : [outer, ...enclosing(outer, events)];
}

/** An event does not say when it ended: what its sender did next was at that time, and what happened meanwhile was not later. */
function answeredAt({ parent, at, endSeq }: ExchangeEvent, events: readonly TraceEvent[]): EpochMillis | null {
  if (endSeq === null) return null;
  const next = findEvent(events, endSeq);
  if (next !== null && next.parent === parent && parent !== null) return next.at;
  return findEvent(events, endSeq - 1)?.at ?? at;
}

function answeredIn(exchange: ExchangeEvent, events: readonly TraceEvent[]): Step | null {
  for (let seq = (exchange.endSeq ?? 0) - 1; seq > exchange.seq; seq -= 1) {
    const event = findEvent(events, seq);
    if (event !== null && event.step !== null && isInside(events, event, exchange)) return event.step;
  }
  return exchange.step;
}

function refusalOf(exchange: ExchangeEvent, events: readonly TraceEvent[]): Refusal | null {
  const { response, failure, step } = exchange;
  if (failure === null && (response === null || response.status < 400)) return null;
  const check = findFailedCheck(exchange, events);
  const told = failure ?? (response === null ? null : readRefusalText(decodeResponse(response)));
  return { code: told?.code ?? "", message: told?.message ?? "", decidedIn: check?.step ?? step, check };
}

/** The last one of whoever answered: an actor may record a first try that failed before another that passed. */
function findFailedCheck(exchange: ExchangeEvent, events: readonly TraceEvent[]): CheckEvent | null {
  if (exchange.endSeq === null) return null;
  for (let seq = exchange.endSeq - 1; seq > exchange.seq; seq -= 1) {
    const event = findEvent(events, seq);
    if (event?.kind === "check" && !event.passed && event.actor === exchange.to && isInside(events, event, exchange)) return event;
  }
  return null;
}
