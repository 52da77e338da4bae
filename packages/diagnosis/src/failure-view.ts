import { type CheckEvent, createNamedLater, type ExchangeEvent, findEvent, isInside, type Subject, type TraceEvent } from "@irsa-sim/core";

/** What the one who failed was told. */
export interface Told {
  readonly code: string;
  /** HTTP status; `null` when no response came. */
  readonly status: number | null;
  readonly message: string;
}

/** A failure as causes see it: the trace without what concerns other pods and other containers. */
export interface FailureView {
  /** In order, but not all: an event's number is not its place. */
  readonly events: readonly TraceEvent[];
  /** Of everybody. */
  readonly all: readonly TraceEvent[];
  readonly told: Told;
  /** `seq` of the first event of the action that failed. */
  readonly action: number;
  /** The last refused message that the action itself sent; `null` when nobody was asked. */
  readonly exchange: ExchangeEvent | null;
  /** The check that failed in the actor that answered; `null` when it has none, or nobody was asked. */
  readonly check: CheckEvent | null;
  /** Whom it concerns, as far as that is known. */
  readonly subject: Subject;
}

/**
 * Looks at a failure.
 *
 * @param action `seq` of the first event of the action that failed, which is kept
 */
export function viewFailure(events: readonly TraceEvent[], { told, action }: Pick<FailureView, "told" | "action">): FailureView {
  const start = findEvent(events, action);
  const exchange = start === null ? null : lastRefused(events, start);
  const check = exchange === null ? null : (failedCheck(events, exchange) ?? checkOfPeer(events, exchange));
  const subject = { ...start?.subject, ...exchange?.subject, ...check?.subject };
  return { events: eventsAbout(events, subject), all: events, told, action, exchange, check, subject };
}

/** What concerns a cluster, a pod and a container, as far as they are given, and what concerns none. */
export function eventsAbout(events: readonly TraceEvent[], { cluster, pod, container }: Pick<Subject, "cluster" | "pod" | "container">): readonly TraceEvent[] {
  if (pod === undefined && cluster === undefined) return events;
  const subjectOf = createNamedLater(events);
  return events.filter((event) => {
    const subject = subjectOf(event);
    if (cluster !== undefined && subject?.cluster !== undefined && subject.cluster !== cluster) return false;
    if (pod === undefined) return true;
    const about = subject?.pod ?? podChanged(event);
    if (about !== undefined && about !== pod) return false;
    const within = subject?.container;
    return container === undefined || within === undefined || within === container;
  });
}

/** Who changes a pod need not work for it. */
function podChanged(event: TraceEvent): string | undefined {
  return event.kind === "change" && event.what.startsWith("Pod ") ? event.what.slice("Pod ".length) : undefined;
}

function lastRefused(events: readonly TraceEvent[], action: TraceEvent): ExchangeEvent | null {
  return (
    events.findLast(
      (event): event is ExchangeEvent =>
        event.kind === "exchange" && isRefused(event) && isInside(events, event, action) && !isNested(events, event) && !isBestEffort(events, event),
    ) ?? null
  );
}

/** Sent by an actor while it answered somebody else: a refusal there is a cause, not what the caller met. */
function isNested(events: readonly TraceEvent[], exchange: ExchangeEvent): boolean {
  for (let { parent } = exchange as TraceEvent; parent !== null; ) {
    const above = findEvent(events, parent);
    if (above === null) return false;
    if (above.kind === "exchange") return true;
    ({ parent } = above);
  }
  return false;
}

/** Sent without anybody minding what comes of it, as an upload is given up that was refused. */
function isBestEffort(events: readonly TraceEvent[], { parent }: ExchangeEvent): boolean {
  return events.some((event) => event.kind === "note" && event.name === "sdk.best-effort" && event.parent === parent);
}

/** A redirect too is an answer that its caller cannot use: nobody here follows one. */
function isRefused(exchange: ExchangeEvent): boolean {
  return exchange.failure !== null || (exchange.response !== null && exchange.response.status >= 300);
}

/** Who passes another's refusal on has no check of its own: what counts is that of who it asked. */
function checkOfPeer(events: readonly TraceEvent[], exchange: ExchangeEvent): CheckEvent | null {
  const peer = events.findLast(
    (event): event is ExchangeEvent => event.kind === "exchange" && event.actor === exchange.to && isRefused(event) && isInside(events, event, exchange),
  );
  return peer === undefined ? null : failedCheck(events, peer);
}

/** The last one: an actor may record a first try that failed before another that passed. */
function failedCheck(events: readonly TraceEvent[], exchange: ExchangeEvent): CheckEvent | null {
  return (
    events.findLast(
      (event): event is CheckEvent => event.kind === "check" && !event.passed && event.actor === exchange.to && isInside(events, event, exchange),
    ) ?? null
  );
}
