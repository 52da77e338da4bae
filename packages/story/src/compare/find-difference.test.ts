import { createTrace, epochMillis, type Span, type TraceEvent, VirtualClock } from "@irsa-sim/core";
import { expect, test } from "vitest";
import { findDifference } from "./find-difference.js";

function eventsOf(happens: (root: Span) => void): readonly TraceEvent[] {
  const { root, events } = createTrace(new VirtualClock(epochMillis(0)));
  happens(root.enter("work", { step: 0, actor: "iam" }));
  return events;
}

function create(body: string): (span: Span) => void {
  return (span) =>
    span
      .exchange("CreateRole", "iam", { method: "POST", url: "https://iam.test/", headers: { "content-type": "application/x-www-form-urlencoded" }, body })
      .end({ response: { status: 200, headers: { "x-amz-request-id": body }, body: "" } });
}

const role = (sub: string): string => new URLSearchParams({ PolicyDocument: JSON.stringify({ Statement: [{ sub }] }) }).toString();
const note =
  (name: string, attributes = {}) =>
  (span: Span) =>
    span.note(name, attributes);

test.each([
  { name: "the same", base: create(role("a")), here: create(role("a")), difference: null },
  {
    ...{ name: "a value deep in a policy", base: create(role("a")), here: create(role("b")) },
    difference: { step: 0, base: 1, here: 1, what: "CreateRole", path: "request/PolicyDocument/Statement/0/sub", expected: "a", actual: "b" },
  },
  {
    ...{ name: "an id that chance made", base: note("a", { uid: "bc5c3827-0d3c-4dcd-b16c-321503965e6b" }) },
    ...{ here: note("a", { uid: "00000000-0d3c-4dcd-b16c-321503965e6b" }), difference: null },
  },
  {
    ...{ name: "a time", base: note("a", { at: "2026-01-05T09:00:00Z", exp: 1767603600 }), here: note("a", { at: "2026-01-06T09:00:00Z", exp: 1767607200 }) },
    difference: null,
  },
  {
    ...{ name: "a member more", base: note("a"), here: note("a", { reason: "x" }) },
    difference: { step: 0, base: 1, here: 1, what: "note a", path: "attributes/reason", expected: "", actual: "x" },
  },
  {
    ...{ name: "an event more", base: note("b"), here: (span: Span) => [span.note("a"), span.note("b")] },
    difference: { step: 0, base: null, here: 1, what: "note a", path: "", expected: "", actual: "note a" },
  },
  {
    ...{ name: "an event less", base: (span: Span) => [span.note("a"), span.note("b")], here: note("b") },
    difference: { step: 0, base: 1, here: null, what: "note a", path: "", expected: "note a", actual: "" },
  },
  {
    ...{ name: "another event", base: note("a"), here: note("b") },
    difference: { step: 0, base: 1, here: 1, what: "note b", path: "", expected: "note a", actual: "note b" },
  },
])("$name", ({ base, here, difference }) => {
  expect(
    findDifference(
      eventsOf((span) => void base(span)),
      eventsOf((span) => void here(span)),
    ),
  ).toEqual(difference);
});
