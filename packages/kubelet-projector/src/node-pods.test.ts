import { createTrace, epochMillis, type Handler, type HttpRequest, VirtualClock } from "@irsa-sim/core";
import { expect, test } from "vitest";
import { createKubelet } from "./create-kubelet.js";
import { kubeletOptions } from "./kubelet-options.test-support.js";

const POD = {
  metadata: { name: "web", namespace: "default", uid: "u" },
  spec: { serviceAccountName: "sa", nodeName: "node-1", containers: [{ name: "app", image: "registry.test/app" }] },
};

/** A kubelet whose API server lists one pod, until somebody changes what is there. */
function create() {
  const clock = new VirtualClock(epochMillis(0));
  const trace = createTrace(clock);
  const requests: HttpRequest[] = [];
  const state = { status: 200, items: [POD] as readonly object[] };
  let changed = clock.createLatch<void>();
  const handler: Handler = async (request) => {
    requests.push(request);
    if (request.url.includes("watch=")) {
      await changed.wait();
      return { status: 410, headers: {}, body: "" };
    }
    return { status: state.status, headers: {}, body: JSON.stringify({ metadata: { resourceVersion: "1" }, items: state.items, message: "no" }) };
  };
  const closing = new AbortController();
  const kubelet = createKubelet({ ...kubeletOptions({ clock, trace, handler }), signal: closing.signal });
  const start = async (): Promise<void> => {
    kubelet.start();
    await clock.advanceBy(0);
  };
  const change = async (items: readonly object[]): Promise<void> => {
    state.items = items;
    changed.open();
    changed = clock.createLatch();
    await clock.advanceBy(0);
  };
  return { clock, trace, requests, state, kubelet, closing, start, change };
}

test("pods are asked for and watched by their node, with the kubelet's own credentials", async () => {
  const { start, requests, trace } = create();
  await start();
  const asked = requests.map(({ method, url, headers, body }) => {
    const { pathname, searchParams } = new URL(url);
    return [method, pathname, searchParams.get("fieldSelector"), headers.authorization, body].join(" ");
  });
  expect([...new Set(asked)]).toEqual(["GET /api/v1/pods spec.nodeName=node-1 Bearer kubelet "]);
  expect(requests.map(({ url }) => url.includes("watch="))).toContain(true);
  expect(trace.events.flatMap((event) => (event.kind === "exchange" ? [event.name] : []))).toEqual(["ListPods"]);
});

test("an image that nobody says anything of is there, and what happens is about the pod", async () => {
  const { start, kubelet, trace } = create();
  await start();
  expect([kubelet.waiting("default", "web"), kubelet.container("default", "web")?.name]).toEqual([null, "app"]);
  const told = trace.events.flatMap((event) => (event.kind === "note" ? [[event.name, event.subject?.pod]] : []));
  expect(told).toEqual([
    ["kubelet.pod-seen", "default/web"],
    ["kubelet.containers-started", "default/web"],
  ]);
});

test("a refused list is no empty one", async () => {
  const { clock, kubelet, state } = create();
  state.status = 403;
  await expect(clock.run(() => kubelet.restart())).rejects.toThrow("the API server refused the kubelet's list of pods with 403");
});

test("once the world is closed the kubelet hears of nothing any more", async () => {
  const { start, change, kubelet, closing, requests } = create();
  await start();
  await change([POD, { ...POD, metadata: { ...POD.metadata, name: "second", uid: "u2" } }]);
  expect(kubelet.container("default", "second")).not.toBeNull();
  closing.abort();
  const asked = requests.length;
  await change([]);
  expect([requests.length, kubelet.container("default", "second") === null]).toEqual([asked, false]);
});
