import { describe, expect, test } from "vitest";
import { epochMillis } from "../time/epoch.js";
import { VirtualClock } from "../time/virtual-clock.js";
import { createTrace, type TraceOptions } from "./create-trace.js";
import { findEvent } from "./find-event.js";
import { isInside } from "./is-inside.js";
import type { LocateSource } from "./locate-source.js";
import type { TraceEvent } from "./trace-event.js";

const REQUEST = { method: "GET", url: "https://sts.test/", headers: {}, body: "" };
const CHECK = { check: "sts.audience", title: "audience", passed: true };

const create = (options: TraceOptions = {}) => createTrace(new VirtualClock(epochMillis(7)), options);

test("each kind of event stands in the trace whole, with its place and time", () => {
  const { root, events } = create();
  const span = root.enter("work", { step: 3, actor: "sts" });
  span.change({ what: "Pod", before: null, after: { name: "a" } });
  span.note("plain");
  span.note("full", { keys: 1 });
  expect(span.check({ ...CHECK, passed: false, expected: { value: "a" }, actual: { value: "b" } })).toBe(false);
  span.exchange("Ask", "s3", REQUEST).end({ failure: { code: "ETIMEDOUT", message: "late" } });
  const place = { parent: 0, step: 3, actor: "sts", at: 7 };
  expect(events).toEqual([
    { seq: 0, parent: null, step: 3, actor: "sts", at: 7, kind: "span", name: "work" },
    { seq: 1, ...place, kind: "change", what: "Pod", before: null, after: { name: "a" } },
    { seq: 2, ...place, kind: "note", name: "plain", attributes: {} },
    { seq: 3, ...place, kind: "note", name: "full", attributes: { keys: 1 } },
    { seq: 4, ...place, kind: "check", ...CHECK, passed: false, expected: { value: "a" }, actual: { value: "b" } },
    {
      seq: 5,
      ...place,
      kind: "exchange",
      name: "Ask",
      to: "s3",
      request: REQUEST,
      response: null,
      failure: { code: "ETIMEDOUT", message: "late" },
      tls: null,
      endSeq: 6,
    },
  ]);
});

test.each([
  { name: "another step", where: { step: 4 }, expected: { step: 4, actor: "sts" } },
  { name: "no step", where: { step: null }, expected: { step: null, actor: "sts" } },
  { name: "another actor", where: { actor: "iam" }, expected: { step: 3, actor: "iam" } },
  { name: "the same place", where: {}, expected: { step: 3, actor: "sts" } },
] as const)("a span is entered at $name", ({ where, expected }) => {
  const { root, quiet } = create();
  for (const span of [root, quiet]) expect(span.enter("outer", { step: 3, actor: "sts" }).enter("inner", where)).toMatchObject(expected);
});

test("a finding tells where a person wrote it, as far as that is known", () => {
  const locate: LocateSource = (from) => (from.file === "known" ? { ...from, file: "known.yaml", line: 2, column: 1 } : null);
  const { root, events } = create({ locate });
  const unknown = { value: "b", from: { file: "unknown", pointer: "" } };
  root.check({ ...CHECK, expected: { value: "a", from: { file: "known", pointer: "/x" } }, actual: unknown });
  expect(events).toMatchObject([{ expected: { value: "a", from: { file: "known.yaml", pointer: "/x", line: 2, column: 1 } }, actual: unknown }]);
});

describe("in a part of a trace", () => {
  const { root, events } = create();
  const outer = root.enter("outer");
  root.note("beside");
  const inner = outer.enter("inner");
  root.note("beside");
  inner.note("inside");
  root.note("beside");

  test.each([
    { name: "the whole", kept: [0, 1, 2, 3, 4, 5] },
    { name: "without the first", kept: [1, 2, 3, 4, 5] },
    { name: "with holes", kept: [0, 2, 4] },
    { name: "one", kept: [5] },
    { name: "nothing", kept: [] },
  ])("$name: an event is found when it is there", ({ kept }) => {
    const part = kept.map((seq) => events[seq] as TraceEvent);
    expect([0, 1, 2, 3, 4, 5, 6].map((seq) => findEvent(part, seq)?.seq ?? null)).toEqual(
      [0, 1, 2, 3, 4, 5, 6].map((seq) => (kept.includes(seq) ? seq : null)),
    );
  });

  test.each([
    { event: 4, ancestor: 2, inside: true },
    { event: 4, ancestor: 0, inside: true },
    { event: 2, ancestor: 0, inside: true },
    { event: 0, ancestor: 0, inside: false },
    { event: 0, ancestor: 2, inside: false },
    { event: 3, ancestor: 0, inside: false },
  ])("$event in $ancestor: $inside", ({ event, ancestor, inside }) => {
    expect(isInside(events, events[event] as TraceEvent, events[ancestor] as TraceEvent)).toBe(inside);
  });
});
