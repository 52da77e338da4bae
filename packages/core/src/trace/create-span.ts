import type { JsonObject } from "../json/json.js";
import type { Actor } from "../names/actor.js";
import type { Step } from "../names/step.js";
import type { HttpRequest } from "../network/message.js";
import type { Clock } from "../time/clock.js";
import type { LocateSource } from "./locate-source.js";
import type { OpenExchange, Place, Span } from "./span.js";
import { mergeSubjects, type Subject } from "./subject.js";
import type { ChangeRecord, CheckRecord, ExchangeEvent, Finding, TraceEvent } from "./trace-event.js";

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
  return new RecordedSpan(recorder, place);
}

/** A class, since there is one for almost every event: its methods are not made anew each time. */
class RecordedSpan implements Span {
  readonly seq: number | null;
  readonly step: Step | null;
  readonly actor: Actor;
  declare readonly subject?: Subject;
  readonly #recorder: Recorder;

  constructor(recorder: Recorder, { seq, step, actor, subject }: Place) {
    this.seq = seq;
    this.step = step;
    this.actor = actor;
    if (subject !== undefined) this.subject = subject;
    this.#recorder = recorder;
  }

  enter(name: string, where: { readonly step?: Step | null; readonly actor?: Actor; readonly subject?: Subject } = {}): Span {
    const { step = this.step, actor = this.actor } = where;
    const subject = mergeSubjects(this.subject, where.subject);
    const event = Object.assign(this.#begin("span", { step, actor, subject }), { name });
    this.#recorder.record(event);
    return new RecordedSpan(this.#recorder, event);
  }

  about(more: Subject): Span {
    const { seq, step, actor } = this;
    const subject = mergeSubjects(this.subject, more);
    return new RecordedSpan(this.#recorder, subject === undefined ? this : { seq, step, actor, subject });
  }

  check(check: CheckRecord): boolean {
    const locate: LocateSource = (reference) => this.#recorder.locate(reference, this.subject);
    const sides = { expected: located(check.expected, locate), actual: located(check.actual, locate) };
    this.#recorder.record(Object.assign(this.#begin("check"), check, sides));
    return check.passed;
  }

  change(change: ChangeRecord): void {
    this.#recorder.record(Object.assign(this.#begin("change"), change));
  }

  note(name: string, attributes: JsonObject = {}): void {
    this.#recorder.record(Object.assign(this.#begin("note"), { name, attributes }));
  }

  exchange(name: string, to: Actor, request: HttpRequest): OpenExchange {
    const recorder = this.#recorder;
    const event: ExchangeEvent = Object.assign(this.#begin("exchange"), { name, to, request, response: null, failure: null, tls: null, endSeq: null });
    recorder.record(event);
    const { step, subject } = this;
    const { seq } = event;
    return {
      span: new RecordedSpan(recorder, subject === undefined ? { seq, step, actor: to } : { seq, step, actor: to, subject }),
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
  }

  /** What every event begins with. What follows is assigned: V8 adds to a literal ten times as fast as to what was spread into one. */
  #begin<Kind extends TraceEvent["kind"]>(kind: Kind, { step, actor, subject }: About = this) {
    const [seq, parent, at] = [this.#recorder.recorded(), this.seq, this.#recorder.clock.now()];
    return subject === undefined ? { seq, parent, step, actor, at, kind } : { seq, parent, step, actor, at, subject, kind };
  }
}

type About = Pick<Place, "step" | "actor"> & { readonly subject?: Subject | undefined };

function located(finding: Finding, locate: LocateSource): Finding {
  const from = finding.from === undefined ? null : locate(finding.from);
  return from === null ? finding : { ...finding, from };
}
