import {
  createHostDirectory,
  createInMemoryFiles,
  createInMemoryTransport,
  createNetwork,
  createRandom,
  createTrace,
  epochMillis,
  type Handler,
  type NoteEvent,
  trustAnchors,
  VirtualClock,
} from "@irsa-sim/core";
import { describe, expect, test } from "vitest";
import { createKubelet } from "./create-kubelet.js";

const START = Date.UTC(2026, 0, 5, 9);
const TOKEN_PATH = "/var/run/secrets/eks.amazonaws.com/serviceaccount/token";

function podWith(expirationSeconds: number) {
  return {
    metadata: { name: "web", namespace: "default", uid: "pod-uid" },
    spec: {
      nodeName: "node-1",
      serviceAccountName: "my-sa",
      volumes: [
        { name: "aws-iam-token", projected: { sources: [{ serviceAccountToken: { audience: "sts.amazonaws.com", expirationSeconds, path: "token" } }] } },
      ],
      containers: [
        {
          name: "app",
          env: [
            { name: "A", value: "1" },
            { name: "B", value: "$(A)-$(UNKNOWN)-$$(A)" },
            { name: "POD", valueFrom: { fieldRef: { fieldPath: "metadata.name" } } },
          ],
          volumeMounts: [{ name: "aws-iam-token", readOnly: true, mountPath: TOKEN_PATH.slice(0, -"/token".length) }],
        },
      ],
    },
  };
}

/** A kubelet against a hand-made API server that can be made to fail. */
function createTestKubelet(expirationSeconds: number) {
  const clock = new VirtualClock(epochMillis(START));
  const trace = createTrace(clock);
  const requests: { readonly atSeconds: number; readonly body: unknown }[] = [];
  const state = { failing: false, pods: [podWith(expirationSeconds)] as readonly object[] };
  const handler: Handler = async (request) => {
    if (request.method === "GET") return { status: 200, headers: {}, body: JSON.stringify({ items: state.pods }) };
    const body = JSON.parse(String(request.body)) as { readonly spec: { readonly expirationSeconds: number } };
    requests.push({ atSeconds: (clock.now() - START) / 1000, body });
    if (state.failing) return { status: 500, headers: {}, body: JSON.stringify({ message: "etcd is down" }) };
    const expirationTimestamp = new Date(clock.now() + body.spec.expirationSeconds * 1000).toISOString();
    return { status: 201, headers: {}, body: JSON.stringify({ spec: body.spec, status: { token: `token-${requests.length}`, expirationTimestamp } }) };
  };
  const hosts = createHostDirectory();
  hosts.listen({ host: "api.test", actor: "api-server", handler });
  const kubelet = createKubelet({
    nodeName: "node-1",
    network: createNetwork(hosts, createInMemoryTransport(hosts, clock)),
    apiServerUrl: "http://api.test",
    bearerToken: "kubelet",
    tls: trustAnchors([]),
    files: createInMemoryFiles(clock),
    clock,
    random: createRandom("kubelet"),
    root: trace.root,
  });
  const token = (): string => new TextDecoder().decode(kubelet.container("default", "web")?.files.read(TOKEN_PATH));
  const notes = (name: string): readonly NoteEvent[] => trace.events.filter((event): event is NoteEvent => event.kind === "note" && event.name === name);
  return { clock, kubelet, requests, state, token, notes };
}

test("a new pod gets a token bound to it, and its container starts with environment and files", async () => {
  const { kubelet, requests, token, notes } = createTestKubelet(86_400);
  await kubelet.syncPods();
  expect(requests).toMatchObject([
    {
      atSeconds: 0,
      body: {
        spec: { audiences: ["sts.amazonaws.com"], expirationSeconds: 86_400, boundObjectRef: { kind: "Pod", apiVersion: "v1", name: "web", uid: "pod-uid" } },
      },
    },
  ]);
  expect(token()).toBe("token-1");
  expect(kubelet.container("default", "web")?.environment).toEqual({ A: "1", B: "1-$(UNKNOWN)-$(A)", POD: "web" });
  expect(notes("kubelet.pod-seen").map(({ attributes }) => attributes)).toEqual([{ pod: "default/web", uid: "pod-uid", node: "node-1" }]);
});

describe("the token is replaced at the first sync behind its refresh point", () => {
  test.each([
    { ttl: 600, hours: 1, thresholdSeconds: 480 },
    { ttl: 86_400, hours: 24, thresholdSeconds: 69_120 },
  ])("$ttl s", async ({ ttl, hours, thresholdSeconds }) => {
    const { clock, kubelet, requests, token } = createTestKubelet(ttl);
    await kubelet.syncPods();
    await clock.advanceBy(hours * 3_600_000);
    const ages = requests.slice(1).map(({ atSeconds }, index) => atSeconds - (requests[index]?.atSeconds ?? 0));
    expect(ages.length).toBeGreaterThan(0);
    for (const age of ages) {
      expect(age).toBeGreaterThan(thresholdSeconds - 9);
      expect(age).toBeLessThanOrEqual(thresholdSeconds + 90);
    }
    expect(token()).toBe(`token-${requests.length}`);
  });
});

test("a failing refresh keeps the old token while it is valid, then reports a failed mount and leaves the file alone", async () => {
  const { clock, kubelet, state, token, notes } = createTestKubelet(600);
  await kubelet.syncPods();
  state.failing = true;
  await clock.advanceBy(599_000);
  expect(notes("kubelet.refresh-failed")[0]?.attributes.message).toBe("Couldn't update token: etcd is down");
  expect(notes("kubelet.failed-mount")).toEqual([]);
  await clock.advanceBy(300_000);
  expect(notes("kubelet.failed-mount")[0]?.attributes.message).toBe(
    'MountVolume.SetUp failed for volume "aws-iam-token" : token "my-sa"/"default"/[]string{"sts.amazonaws.com"}/600/v1.BoundObjectReference{Kind:"Pod", APIVersion:"v1", Name:"web", UID:"pod-uid"} expired and refresh failed: etcd is down',
  );
  expect(token()).toBe("token-1");
  state.failing = false;
  await clock.advanceBy(90_000);
  expect(token()).not.toBe("token-1");
});

test("without a first token the container waits, and the mount is tried again with a growing pause", async () => {
  const { clock, kubelet, requests, state, notes, token } = createTestKubelet(600);
  state.failing = true;
  await kubelet.syncPods();
  await clock.advanceBy(7500);
  expect(requests.map(({ atSeconds }) => atSeconds)).toEqual([0, 0.5, 1.5, 3.5, 7.5]);
  expect(kubelet.container("default", "web")).toBeNull();
  expect(notes("kubelet.failed-mount")[0]?.attributes.message).toBe(
    'MountVolume.SetUp failed for volume "aws-iam-token" : failed to fetch token: etcd is down',
  );
  state.failing = false;
  await clock.advanceBy(8000);
  expect(token()).toBe("token-6");
});

test("a stopped kubelet replaces nothing, and the container goes on with the file it has", async () => {
  const { clock, kubelet, requests, token } = createTestKubelet(600);
  await kubelet.syncPods();
  kubelet.stop();
  await clock.advanceBy(3_600_000);
  await kubelet.syncPods();
  expect(requests.length).toBe(1);
  expect(token()).toBe("token-1");
});

test("a pod that is gone is let go of", async () => {
  const { clock, kubelet, requests, state } = createTestKubelet(600);
  await kubelet.syncPods();
  state.pods = [];
  await kubelet.syncPods();
  await clock.advanceBy(3_600_000);
  expect(kubelet.container("default", "web")).toBeNull();
  expect(requests.length).toBe(1);
});
