import { createEndsSink, createTrace, epochMillis, type TraceEvent, VirtualClock } from "@irsa-sim/core";
import { expect, test } from "vitest";
import { CLIENT_CALLS, followClientCalls } from "./follow-client-calls.js";

const REQUEST = { method: "GET", url: "https://sts.test/", headers: {}, body: "" };
const RESPONSE = { response: { status: 200, headers: {}, body: "" } };

function create(sink = createEndsSink(1000)) {
  const trace = createTrace(new VirtualClock(epochMillis(0)), { sink });
  const told: (readonly [string, readonly number[]])[] = [];
  const stop = followClientCalls(trace, (exchange, story) => void told.push([exchange.name, story.map(({ seq }: TraceEvent) => seq)]));
  const begin = (name: string) => trace.root.enter(`${CLIENT_CALLS} ${name}`).exchange(name, "sts", REQUEST);
  return { trace, told, stop, begin };
}

test("calls beside each other are told when they are answered, each with its own events", () => {
  const { trace, told, begin } = create();
  const [first, second] = [begin("First"), begin("Second")];
  first.span.note("of the first");
  const asked = second.span.exchange("JWKS", "oidc-issuer", REQUEST);
  trace.root.note("of nobody");
  asked.span.note("deeper");
  asked.end(RESPONSE);
  second.end(RESPONSE);
  first.end({ failure: { code: "ECONNRESET", message: "cut off" } });
  expect(told).toEqual([
    ["Second", [2, 3, 5, 7]],
    ["First", [0, 1, 4]],
  ]);
});

test("what the world does by itself is no call, and what is still told of a call after its answer is nobody's", () => {
  const { trace, told, begin } = create();
  trace.root.enter("The kubelet renews a token").exchange("TokenRequest", "api-server", REQUEST).end(RESPONSE);
  const watch = begin("WatchPods");
  watch.end(RESPONSE);
  watch.span.note("a pod changed");
  expect(told.map(([name]) => name)).toEqual(["WatchPods"]);
});

test("a call's events are whole though the trace keeps none of them, and nothing is told after the end", () => {
  const { told, stop, begin } = create(createEndsSink(1));
  const call = begin("Long");
  for (let index = 0; index < 50; index += 1) call.span.note("fact");
  call.end(RESPONSE);
  stop();
  begin("Late").end(RESPONSE);
  expect(told.map(([name, seqs]) => [name, seqs.length])).toEqual([["Long", 52]]);
});
