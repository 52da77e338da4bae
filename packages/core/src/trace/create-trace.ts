import type { Actor } from "../names/actor.js";
import type { Step } from "../names/step.js";
import type { Clock } from "../time/clock.js";
import type { Span, Trace } from "./span.js";
import type { ExchangeEvent, Finding, SourceReference, TraceEvent } from "./trace-event.js";

/** Says where a compared value was written, in the files of whoever set up the run; `null` when it came from no file. */
export type LocateSource = (reference: SourceReference) => SourceReference | null;

/**
 * Creates an empty trace whose events carry `clock`'s time.
 *
 * @param locate turns an actor's reference to a stored document into the file, line and column where a person wrote it
 * @example
 * const trace = createTrace(clock);
 * const span = trace.root.enter("Validate the token", { step: 7, actor: "sts" });
 * span.note("sts.jwks-fetched", { keys: 1 });
 */
export function createTrace(clock: Clock, locate: LocateSource = () => null): Trace {
  const events: TraceEvent[] = [];
  return { events, root: createSpan({ events, clock, locate }, { seq: null, step: null, actor: "simulator" }) };
}

interface Recording {
  readonly events: TraceEvent[];
  readonly clock: Clock;
  readonly locate: LocateSource;
}

function createSpan(record: Recording, place: { readonly seq: number | null; readonly step: Step | null; readonly actor: Actor }): Span {
  const { events, clock, locate } = record;
  const base = () => ({ seq: events.length, parent: place.seq, step: place.step, actor: place.actor, at: clock.now() });
  return {
    ...place,
    enter(name, where = {}) {
      const step = where.step === undefined ? place.step : where.step;
      const actor = where.actor ?? place.actor;
      const seq = events.length;
      events.push({ ...base(), step, actor, kind: "span", name });
      return createSpan(record, { seq, step, actor });
    },
    check(check) {
      events.push({ ...base(), kind: "check", ...check, expected: located(check.expected, locate), actual: located(check.actual, locate) });
      return check.passed;
    },
    change(change) {
      events.push({ ...base(), kind: "change", ...change });
    },
    note(name, attributes = {}) {
      events.push({ ...base(), kind: "note", name, attributes });
    },
    exchange(name, to, request) {
      const event: ExchangeEvent = { ...base(), kind: "exchange", name, to, request, response: null, failure: null, tls: null, endSeq: null };
      events.push(event);
      return {
        span: createSpan(record, { seq: event.seq, step: place.step, actor: to }),
        sawPeer: (peer) => {
          if (event.endSeq === null) event.tls = peer;
        },
        end: (outcome) => {
          if ("response" in outcome) event.response = outcome.response;
          else event.failure = outcome.failure;
          event.endSeq = events.length;
        },
      };
    },
  };
}

function located(finding: Finding, locate: LocateSource): Finding {
  const from = finding.from === undefined ? null : locate(finding.from);
  return from === null ? finding : { ...finding, from };
}
