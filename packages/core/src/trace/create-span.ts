import type { Clock } from "../time/clock.js";
import type { LocateSource } from "./locate-source.js";
import type { Place, Span } from "./span.js";
import { mergeSubjects } from "./subject.js";
import type { ExchangeEvent, Finding, TraceEvent } from "./trace-event.js";

/** The trace, as its spans write into it. */
export interface Recorder {
  readonly clock: Clock;
  readonly locate: LocateSource;
  /** How many events there are. */
  recorded(): number;
  record(event: TraceEvent): void;
  end(exchange: ExchangeEvent): void;
}

/** Creates the span at a place in the trace. */
export function createSpan(recorder: Recorder, place: Place): Span {
  const { clock, locate } = recorder;
  const { seq: parent, step, actor, subject } = place;
  const base = () => {
    const common = { seq: recorder.recorded(), parent, step, actor, at: clock.now() };
    return subject === undefined ? common : { ...common, subject };
  };
  return {
    ...place,
    enter(name, where = {}) {
      const merged = mergeSubjects(subject, where.subject);
      const inner = {
        seq: recorder.recorded(),
        step: where.step === undefined ? step : where.step,
        actor: where.actor ?? actor,
        ...(merged === undefined ? {} : { subject: merged }),
      };
      recorder.record({ ...base(), ...inner, kind: "span", name });
      return createSpan(recorder, inner);
    },
    about(more) {
      const merged = mergeSubjects(subject, more);
      return createSpan(recorder, merged === undefined ? place : { ...place, subject: merged });
    },
    check(check) {
      recorder.record({ ...base(), kind: "check", ...check, expected: located(check.expected, locate), actual: located(check.actual, locate) });
      return check.passed;
    },
    change(change) {
      recorder.record({ ...base(), kind: "change", ...change });
    },
    note(name, attributes = {}) {
      recorder.record({ ...base(), kind: "note", name, attributes });
    },
    exchange(name, to, request) {
      const event: ExchangeEvent = { ...base(), kind: "exchange", name, to, request, response: null, failure: null, tls: null, endSeq: null };
      recorder.record(event);
      return {
        span: createSpan(recorder, { ...place, seq: event.seq, actor: to }),
        sawPeer: (peer) => {
          // A host may show its certificate after the sender has given up.
          if (event.endSeq === null) event.tls = peer;
        },
        end: (outcome) => {
          if ("response" in outcome) event.response = outcome.response;
          else event.failure = outcome.failure;
          event.endSeq = recorder.recorded();
          recorder.end(event);
        },
      };
    },
  };
}

function located(finding: Finding, locate: LocateSource): Finding {
  const from = finding.from === undefined ? null : locate(finding.from);
  return from === null ? finding : { ...finding, from };
}
