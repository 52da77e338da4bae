import { createTrace, epochMillis, type Handler, type HttpRequest, VirtualClock } from "@irsa-sim/core";
import { expect, test } from "vitest";
import { createKubelet } from "../create-kubelet.js";
import type { KubeletOptions } from "../kubelet.js";
import { kubeletOptions } from "../kubelet-options.test-support.js";

interface Sent {
  readonly atSeconds: number;
  readonly path: string;
  readonly body: { readonly status: { readonly phase?: string } };
}

const POD = { metadata: { name: "web", namespace: "default", uid: "pod-uid" }, spec: { serviceAccountName: "sa", containers: [{ name: "app" }] } };
const POD_PATH = "/api/v1/namespaces/default/pods/web/status";

/** A kubelet with one pod, whose API server answers statuses with `statusCode`. */
function createTestKubelet({ reports = true } = {}) {
  const clock = new VirtualClock(epochMillis(0));
  const trace = createTrace(clock);
  const sent: Sent[] = [];
  const server = { statusCode: 200, pods: [POD], version: 1 };
  let changed = clock.createLatch<void>();
  const answer = (request: HttpRequest): { readonly status: number; readonly body: string } => {
    if (new URL(request.url).pathname.includes("/events")) return { status: 201, body: "{}" };
    if (request.method === "PATCH") {
      sent.push({ atSeconds: clock.now() / 1000, path: new URL(request.url).pathname, body: JSON.parse(String(request.body)) as Sent["body"] });
      return { status: server.statusCode, body: "{}" };
    }
    return { status: 200, body: JSON.stringify({ metadata: { resourceVersion: String(server.version) }, items: server.pods }) };
  };
  const handler: Handler = async (request) => {
    if (!new URL(request.url).searchParams.has("watch")) return { headers: {}, ...answer(request) };
    await changed.wait();
    return { status: 410, headers: {}, body: "" };
  };
  const status: KubeletOptions["status"] = reports ? { nodeIp: "10.0.0.1", podIp: (namespace, pod) => `ip of ${namespace}/${pod}` } : undefined;
  const kubelet = createKubelet({ ...kubeletOptions({ clock, trace, handler }), status });
  const hear = async (): Promise<void> => {
    server.version += 1;
    changed.open();
    changed = clock.createLatch<void>();
    await clock.advanceBy(10_000);
  };
  return { kubelet, clock, trace, server, sent, hear };
}

test("a kubelet tells of its node, and of a pod once all of it is there", async () => {
  const { kubelet, clock, sent, trace } = createTestKubelet();
  kubelet.start();
  await clock.advanceBy(0);
  expect(sent.map(({ path }) => path)).toEqual(expect.arrayContaining(["/api/v1/nodes/node-1/status", POD_PATH]));
  const last = sent.findLast(({ path }) => path === POD_PATH);
  expect(last?.body).toMatchObject({ metadata: { uid: "pod-uid" }, status: { phase: "Running", hostIP: "10.0.0.1", podIP: "ip of default/web" } });
  expect(sent.find(({ path }) => path.includes("nodes"))?.body).toMatchObject({ status: { nodeInfo: { kubeletVersion: "v1.36.0" } } });
  expect(JSON.stringify(trace.events)).not.toContain("PATCH");
});

test("what has not changed is not told again", async () => {
  const { kubelet, clock, sent } = createTestKubelet();
  kubelet.start();
  await clock.advanceBy(0);
  const { length } = sent;
  await clock.advanceBy(3_600_000);
  expect(sent).toHaveLength(length);
  kubelet.restartContainer("default", "web");
  await clock.advanceBy(0);
  expect(sent.slice(length)).toMatchObject([{ path: POD_PATH, body: { status: { containerStatuses: [{ restartCount: 1 }] } } }]);
});

test("what the server refuses is sent again after 10 s, as it is by then", async () => {
  const { kubelet, clock, sent, server } = createTestKubelet();
  server.statusCode = 500;
  kubelet.start();
  await clock.advanceBy(5_000);
  kubelet.restartContainer("default", "web");
  await clock.advanceBy(1);
  server.statusCode = 200;
  await clock.advanceBy(60_000);
  const ofPod = sent.filter(({ path }) => path === POD_PATH);
  expect(ofPod.map(({ atSeconds }) => Math.floor(atSeconds))).toEqual([0, 5, 10]);
  expect(ofPod.at(-1)?.body.status).toMatchObject({ containerStatuses: [{ restartCount: 1 }] });
});

test("of a pod that is gone nothing is told", async () => {
  const { kubelet, clock, sent, server, hear } = createTestKubelet();
  server.statusCode = 500;
  kubelet.start();
  await clock.advanceBy(0);
  server.pods = [];
  await hear();
  const { length } = sent.filter(({ path }) => path === POD_PATH);
  await clock.advanceBy(60_000);
  expect(sent.filter(({ path }) => path === POD_PATH)).toHaveLength(length);
});

test("without sources of a status nothing is told", async () => {
  const { kubelet, clock, sent } = createTestKubelet({ reports: false });
  kubelet.start();
  await clock.advanceBy(60_000);
  expect([sent, kubelet.container("default", "web")?.name]).toEqual([[], "app"]);
});
