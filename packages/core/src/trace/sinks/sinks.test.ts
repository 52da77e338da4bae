import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { epochMillis } from "../../time/epoch.js";
import { VirtualClock } from "../../time/virtual-clock.js";
import { createTrace } from "../create-trace.js";
import { findEvent } from "../find-event.js";
import { isInside } from "../is-inside.js";
import type { OpenExchange, Span } from "../span.js";
import type { TraceEvent } from "../trace-event.js";
import type { TraceSink } from "../trace-sink.js";
import { createCountingSink } from "./create-counting-sink.js";
import { createEndsSink } from "./create-ends-sink.js";
import { createFullSink } from "./create-full-sink.js";
import { createWindowSink } from "./create-window-sink.js";

const REQUEST = { method: "GET", url: "https://sts.test/", headers: {}, body: "" };
const RESPONSE = { status: 200, headers: {}, body: "" };

const create = (sink: TraceSink) => createTrace(new VirtualClock(epochMillis(0)), { sink });
const seqs = (events: readonly TraceEvent[]): readonly number[] => events.map(({ seq }) => seq);

describe("a window", () => {
  test("drops whole stories, the one that was added to longest ago first", () => {
    const trace = create(createWindowSink(4));
    const first = trace.root.enter("first");
    const second = trace.root.enter("second");
    second.note("fact");
    first.note("fact");
    trace.root.note("fifth");
    expect([seqs(trace.events), trace.recorded]).toEqual([[0, 3, 4], 5]);
  });

  test("keeps what is under way, however long, and sees its end", () => {
    const trace = create(createWindowSink(2));
    const exchange = trace.root.enter("call").exchange("Ask", "sts", REQUEST);
    for (let index = 0; index < 10; index += 1) trace.root.note("fact");
    expect(seqs(trace.events)).toEqual([0, 1, 11]);
    exchange.end({ response: RESPONSE });
    expect(trace.events).toMatchObject([{ seq: 0 }, { seq: 1, response: RESPONSE, endSeq: 12 }]);
    trace.root.note("fact");
    expect(seqs(trace.events)).toEqual([12]);
  });

  test("takes what is added to a story that has gone for a new one", () => {
    const trace = create(createWindowSink(1));
    const gone = trace.root.enter("gone");
    const [first] = trace.events;
    trace.root.note("fact");
    gone.enter("late").note("later");
    const [late, later] = trace.events as [TraceEvent, TraceEvent];
    expect(seqs(trace.events)).toEqual([2, 3]);
    expect([isInside(trace.events, later, late), isInside(trace.events, late, later), isInside(trace.events, later, first as TraceEvent)]).toEqual([
      true,
      false,
      true,
    ]);
  });
});

describe("both ends", () => {
  test("the beginning stays, and of the rest the latest, with the ends of what is under way", () => {
    const trace = create(createEndsSink(6));
    const early = trace.root.exchange("Ask", "sts", REQUEST);
    for (let index = 0; index < 10; index += 1) early.span.note("fact");
    const late = trace.root.exchange("Ask", "sts", REQUEST);
    trace.root.note("fact");
    late.end({ response: RESPONSE });
    early.end({ response: RESPONSE });
    expect([seqs(trace.events), trace.recorded]).toEqual([[0, 1, 2, 10, 11, 12], 13]);
    expect(trace.events.filter((event) => event.kind === "exchange")).toMatchObject([{ endSeq: 13 }, { endSeq: 13 }]);
  });

  test("with room for all it keeps all", () => {
    const trace = create(createEndsSink(5));
    for (let index = 0; index < 5; index += 1) trace.root.note("fact");
    expect(seqs(trace.events)).toEqual([0, 1, 2, 3, 4]);
  });
});

/** What to write: into which of the spans there are, and whether an exchange that is under way ends. */
const writing = fc.record({ into: fc.nat(), what: fc.constantFrom("enter", "note", "exchange", "end") });

function write(root: Span, writings: readonly { readonly into: number; readonly what: string }[]): void {
  const spans = [root];
  const open: OpenExchange[] = [];
  for (const { into, what } of writings) {
    const span = spans[into % spans.length] as Span;
    if (what === "enter") spans.push(span.enter(`span ${into}`));
    else if (what === "note") span.note("fact");
    else if (what === "end") open.pop()?.end({ response: RESPONSE });
    else {
      const exchange = span.exchange(`Ask ${into % 3}`, "sts", REQUEST);
      open.push(exchange);
      spans.push(exchange.span);
    }
  }
}

test("a window shows a part of the whole trace, of its size unless more is under way, and ancestors as they are", () => {
  fc.assert(
    fc.property(fc.array(writing, { maxLength: 60 }), fc.integer({ min: 1, max: 20 }), (writings, size) => {
      const [whole, window] = [create(createFullSink()), create(createWindowSink(size))];
      write(whole.root, writings);
      write(window.root, writings);
      expect(window.recorded).toBe(whole.recorded);
      expect(window.events).toEqual(window.events.map(({ seq }) => whole.events[seq]));
      for (const event of whole.events) {
        if (event.kind === "exchange" && event.endSeq === null) expect(findEvent(window.events, event.seq)).toEqual(event);
      }
      const isAnythingOpen = whole.events.some((event) => event.kind === "exchange" && event.endSeq === null);
      const beginnings = window.events.filter(({ parent }) => parent === null || findEvent(window.events, parent) === null);
      if (!isAnythingOpen && window.events.length > size) expect(beginnings).toHaveLength(1);
      for (const event of window.events)
        for (const ancestor of window.events) {
          if (isInside(window.events, event, ancestor)) expect(isInside(whole.events, event, ancestor)).toBe(true);
        }
    }),
  );
});

function tally<T>(values: readonly T[]): ReadonlyMap<T, number> {
  return new Map(values.map((value) => [value, values.filter((other) => other === value).length]));
}

test("counters have the numbers of the whole trace and none of its events", () => {
  fc.assert(
    fc.property(fc.array(writing, { maxLength: 60 }), (writings) => {
      const sink = createCountingSink();
      const [whole, counted] = [create(createFullSink()), create(sink)];
      write(whole.root, writings);
      write(counted.root, writings);
      const exchanges = whole.events.flatMap((event) => (event.kind === "exchange" ? [event.name] : []));
      expect(sink.counts.byKind).toEqual(tally(whole.events.map(({ kind }) => kind)));
      expect(sink.counts.byStep).toEqual(tally(whole.events.map(({ step }) => step)));
      expect(sink.counts.byActor).toEqual(tally(whole.events.map(({ actor }) => actor)));
      expect(sink.counts.byExchange).toEqual(tally(exchanges));
      expect([counted.recorded, counted.events]).toEqual([whole.recorded, []]);
    }),
  );
});
