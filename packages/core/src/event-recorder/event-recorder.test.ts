import { expect, test } from "vitest";
import type { HttpRequest } from "../network/message.js";
import type { Network } from "../network/network.js";
import { epochMillis } from "../time/epoch.js";
import { VirtualClock } from "../time/virtual-clock.js";
import { trustAnchors } from "../tls/trust-anchors.js";
import { createTrace } from "../trace/create-trace.js";
import { createEventRecorder, type RecordedEvent } from "./event-recorder.js";

const POD = { kind: "Pod", apiVersion: "v1", namespace: "default", name: "web", uid: "u" };
const FAILED: RecordedEvent = { about: POD, type: "Warning", reason: "FailedMount", message: "no" };

/** A recorder whose requests are answered with `status`. */
function createTest(status: (request: HttpRequest) => number = () => 201) {
  const clock = new VirtualClock(epochMillis(Date.UTC(2026, 0, 5, 9)));
  const trace = createTrace(clock);
  const sent: { readonly method: string; readonly path: string; readonly body: Record<string, unknown> }[] = [];
  const over = new AbortController();
  const send = async (request: HttpRequest) => {
    sent.push({ method: request.method, path: new URL(request.url).pathname, body: JSON.parse(String(request.body)) as Record<string, unknown> });
    return { status: status(request), headers: {}, body: "{}" };
  };
  const options = { clock, span: trace.quiet, signal: over.signal, tls: trustAnchors([]), bearerToken: "t", apiServerUrl: "https://kubernetes.default.svc" };
  const recorder = createEventRecorder({ ...options, network: { send } as unknown as Network, source: { component: "kubelet", host: "node-1" } });
  return { recorder, clock, sent, over };
}

test("what is told again is counted", async () => {
  const { recorder, clock, sent } = createTest();
  recorder.record(FAILED);
  await clock.advanceBy(5000);
  recorder.record(FAILED);
  recorder.record({ ...FAILED, message: "still no" });
  await clock.advanceBy(0);
  expect(sent.map(({ method, body }) => [method, body.count, body.lastTimestamp])).toEqual([
    ["POST", 1, "2026-01-05T09:00:00Z"],
    ["PATCH", 2, "2026-01-05T09:00:05Z"],
    ["POST", 1, "2026-01-05T09:00:05Z"],
  ]);
  const [first, again] = sent;
  const { name = "" } = (first?.body.metadata ?? {}) as { readonly name?: string };
  expect(name).toMatch(/^web\.[0-9a-f]{16}$/);
  expect([first?.path, again?.path]).toEqual(["/api/v1/namespaces/default/events", `/api/v1/namespaces/default/events/${name}`]);
  expect(first?.body).toMatchObject({
    ...{ involvedObject: POD, reason: "FailedMount", message: "no", type: "Warning", source: { component: "kubelet", host: "node-1" } },
    ...{ firstTimestamp: "2026-01-05T09:00:00Z", reportingComponent: "kubelet", reportingInstance: "node-1" },
  });
});

test("an event that is gone is written anew, with its count", async () => {
  const { recorder, clock, sent } = createTest(({ method }) => (method === "PATCH" ? 404 : 201));
  recorder.record(FAILED);
  await clock.advanceBy(0);
  recorder.record(FAILED);
  await clock.advanceBy(0);
  expect(sent.map(({ method, body }) => [method, body.count])).toEqual([
    ["POST", 1],
    ["PATCH", 2],
    ["POST", 2],
  ]);
});

test("nothing is told when all is over", async () => {
  const { recorder, clock, sent, over } = createTest();
  recorder.record(FAILED);
  over.abort();
  await clock.advanceBy(0);
  expect(sent).toEqual([]);
});
