import { expect, test } from "vitest";
import type { HttpRequest } from "../network/message.js";
import { epochMillis } from "../time/epoch.js";
import { VirtualClock } from "../time/virtual-clock.js";
import { createTrace } from "./create-trace.js";
import { isAbout } from "./is-about.js";
import type { Subject } from "./subject.js";

const REQUEST: HttpRequest = { method: "GET", url: "https://sts.test/", headers: {}, body: "" };
const RESPONSE = { status: 200, headers: {}, body: "" };
const POD = { pod: "default/my-pod" };

const create = () => createTrace(new VirtualClock(epochMillis(0)));

test("a subject is handed down to spans, events and receivers, and grows on the way", () => {
  const { root, events } = create();
  const app = root.enter("run", { actor: "sdk", subject: POD }).enter("call", { subject: { container: "app" } });
  const call = app.about({ call: app.seq ?? -1 });
  call.note("sdk.provider");
  const sts = call.exchange("AssumeRoleWithWebIdentity", "sts", REQUEST).span;
  sts.about({ session: "arn" }).note("sts.session");
  sts.note("sts.other");
  expect(events.map(({ subject }) => subject)).toEqual([
    POD,
    { ...POD, container: "app" },
    { ...POD, container: "app", call: 1 },
    { ...POD, container: "app", call: 1 },
    { ...POD, container: "app", call: 1, session: "arn" },
    { ...POD, container: "app", call: 1 },
  ]);
});

test("about is the same place", () => {
  const { root } = create();
  const span = root.enter("work", { step: 7, actor: "sts" });
  expect(span.about(POD)).toMatchObject({ seq: span.seq, step: 7, actor: "sts", subject: POD });
});

test("an event of which nothing is known has no such member", () => {
  const { root, events } = create();
  root.enter("work", { subject: {} }).about({}).note("fact");
  expect(events.filter((event) => "subject" in event)).toEqual([]);
});

test.each<{ readonly name: string; readonly subject: Subject; readonly seqs: readonly number[] }>([
  { name: "everything", subject: {}, seqs: [0, 1, 2, 3, 4] },
  { name: "a pod", subject: { pod: "default/my-pod" }, seqs: [1, 2, 3] },
  { name: "a container of a pod", subject: { pod: "default/my-pod", container: "app" }, seqs: [2, 3] },
  { name: "a call, with its own span", subject: { call: 2 }, seqs: [2, 3] },
  { name: "a session", subject: { session: "arn" }, seqs: [3] },
  { name: "another pod's container", subject: { pod: "default/other", container: "app" }, seqs: [] },
])("about $name", ({ subject, seqs }) => {
  const { root, events } = create();
  root.note("before");
  const call = root.enter("run", { subject: POD }).enter("call", { subject: { container: "app" } });
  call.about({ call: 2, session: "arn" }).note("inside");
  root.enter("other", { subject: { pod: "default/other" } });
  expect(events.filter((event) => isAbout(event, subject)).map(({ seq }) => seq)).toEqual(seqs);
});

test("listeners hear of every event as it is recorded, and of an exchange once more at its end, until they leave", () => {
  const trace = create();
  const heard: string[] = [];
  const leave = trace.onEvent((event, moment) =>
    heard.push(`${event.seq} ${event.kind} ${moment}${event.kind === "exchange" ? ` ${event.response?.status}` : ""}`),
  );
  const exchange = trace.root.exchange("Ask", "sts", REQUEST);
  exchange.span.note("inside");
  exchange.end({ response: RESPONSE });
  leave();
  trace.root.note("after");
  expect(heard).toEqual(["0 exchange recorded undefined", "1 note recorded", "0 exchange ended 200"]);
  expect(trace.recorded).toBe(3);
});

test("nothing below the quiet root is recorded", () => {
  const trace = create();
  const span = trace.quiet.enter("watch", { step: 1, actor: "webhook" }).about(POD);
  const exchange = span.exchange("List", "api-server", REQUEST);
  exchange.span.enter("answer").note("fact");
  exchange.span.change({ what: "Pod", before: null, after: null });
  exchange.sawPeer({ subject: "CN=a", issuer: "CN=b", thumbprint: "c", certificates: [] });
  exchange.end({ response: RESPONSE });
  const check = { check: "sts.audience", title: "audience", expected: { value: "a" }, actual: { value: "b" } };
  expect([span.check({ ...check, passed: true }), span.check({ ...check, passed: false })]).toEqual([true, false]);
  expect([span.step, span.actor, exchange.span.step, exchange.span.actor]).toEqual([1, "webhook", 1, "api-server"]);
  expect([trace.recorded, trace.events]).toEqual([0, []]);
});

test("a certificate seen after the end of an exchange changes nothing of it", () => {
  const { root, events } = create();
  const exchange = root.exchange("Ask", "sts", REQUEST);
  exchange.end({ failure: { code: "ETIMEDOUT", message: "no answer within 5 s" } });
  exchange.sawPeer({ subject: "CN=a", issuer: "CN=b", thumbprint: "c", certificates: [] });
  expect(events).toMatchObject([{ response: null, failure: { code: "ETIMEDOUT" }, tls: null, endSeq: 1 }]);
});
