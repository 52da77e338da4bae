import { createRandom, createTrace, epochMillis, type Handler, VirtualClock } from "@irsa-sim/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createKubelet } from "../create-kubelet.js";
import { kubeletOptions } from "../kubelet-options.test-support.js";
import { createNodePods } from "../node-pods.js";
import { createSyncSchedule } from "./create-sync-schedule.js";
import type { SyncSchedule } from "./sync-schedule.js";

/** The oracle: every look is made, at its time. */
const createPollingSchedule: typeof createSyncSchedule = ({ clock, random }): SyncSchedule => ({
  random,
  plan({ at, sync }) {
    const { cancel } = clock.at(at, sync);
    return { cancel, wake: () => {} };
  },
});

type Action =
  | { readonly kind: "wait"; readonly ms: number }
  | { readonly kind: "create"; readonly pod: number; readonly lifetimes: readonly number[] }
  | { readonly kind: "delete" | "tamper" | "restart-container"; readonly pod: number }
  | { readonly kind: "write-object" | "restart" | "stop" }
  | { readonly kind: "server"; readonly failing: boolean; readonly delayMs: number };

const pod = fc.integer({ min: 0, max: 3 });
const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("wait" as const), ms: fc.integer({ min: 0, max: 20_000_000 }) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("wait" as const), ms: fc.integer({ min: 0, max: 100_000 }) }) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant("create" as const), pod, lifetimes: fc.array(fc.integer({ min: 600, max: 100_000 }), { maxLength: 2 }) }),
  },
  fc.record({ kind: fc.constantFrom("delete" as const, "tamper" as const, "restart-container" as const), pod }),
  fc.record({ kind: fc.constantFrom("write-object" as const, "restart" as const, "stop" as const) }),
  fc.record({ kind: fc.constant("server" as const), failing: fc.boolean(), delayMs: fc.constantFrom(0, 0, 7, 2000) }),
);

function podOf(index: number, uid: string, lifetimes: readonly number[]) {
  const tokens = lifetimes.map((expirationSeconds, at) => ({ serviceAccountToken: { audience: `a${at}`, expirationSeconds, path: `token-${at}` } }));
  const volumes = [{ name: "v", projected: { sources: [...tokens, { configMap: { name: "c" } }] } }];
  const containers = [{ name: "app", volumeMounts: [{ name: "v", mountPath: "/v" }] }];
  return {
    metadata: { name: `p${index}`, namespace: "default", uid, resourceVersion: uid },
    spec: { nodeName: "node-1", serviceAccountName: "sa", volumes, containers },
  };
}

/** What happens on a node, to the byte; file names in it hold what was drawn. */
async function play(actions: readonly Action[], createSchedule: typeof createSyncSchedule): Promise<string> {
  const clock = new VirtualClock(epochMillis(0));
  const trace = createTrace(clock);
  const server = { failing: false, delayMs: 0, pods: new Map<number, ReturnType<typeof podOf>>(), version: 1 };
  let changed = clock.createLatch<void>();
  let listVersion = 1;
  const handler: Handler = async ({ url, method, body }) => {
    const { pathname, searchParams } = new URL(url);
    if (searchParams.has("watch")) {
      await changed.wait();
      return { status: 410, headers: {}, body: "" };
    }
    const configMap = { metadata: { name: "c", namespace: "default", resourceVersion: String(server.version) }, data: { key: String(server.version) } };
    const answer = (status: number, content: object) => ({ status, headers: {}, body: JSON.stringify(content) });
    if (pathname.endsWith("/configmaps/c")) return answer(200, configMap);
    const items = pathname.endsWith("/configmaps") ? [configMap] : [...server.pods.values()];
    if (method === "GET") return answer(200, { metadata: { resourceVersion: String(listVersion) }, items });
    if (server.delayMs > 0) await clock.sleep(server.delayMs);
    if (server.failing) return answer(500, { message: "etcd is down" });
    const { spec } = JSON.parse(String(body)) as { readonly spec: { readonly expirationSeconds: number } };
    const expirationTimestamp = new Date(clock.now() + spec.expirationSeconds * 1000).toISOString();
    return answer(201, { spec, status: { token: `token of ${clock.now()}`, expirationTimestamp } });
  };
  const kubelet = createKubelet(kubeletOptions({ clock, trace, handler }), (options) => createNodePods(options, createSchedule));
  const tell = async (): Promise<void> => {
    listVersion += 1;
    changed.open();
    changed = clock.createLatch();
    await clock.advanceBy(0);
  };
  kubelet.start();
  await clock.advanceBy(0);
  for (const [number, one] of actions.entries()) {
    if (one.kind === "wait") await clock.advanceBy(one.ms);
    if (one.kind === "server") Object.assign(server, one);
    if (one.kind === "create" && !server.pods.has(one.pod)) server.pods.set(one.pod, podOf(one.pod, `uid-${number}`, one.lifetimes));
    if (one.kind === "delete") server.pods.delete(one.pod);
    if (one.kind === "write-object") server.version += 1;
    if (one.kind === "restart") await clock.run(() => kubelet.restart());
    if (one.kind === "stop") kubelet.stop();
    if (one.kind === "restart-container") kubelet.restartContainer("default", `p${one.pod}`);
    if (one.kind === "tamper") kubelet.container("default", `p${one.pod}`)?.files.write("/v/key", new TextEncoder().encode("tampered"));
    await tell();
  }
  await clock.advanceBy(90_000_000);
  return trace.events.map((event) => JSON.stringify(event)).join("\n");
}

test("whatever happens on the node, everything comes out as if every pod were looked at every 60 to 90 seconds", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(action, { minLength: 1, maxLength: 12 }), async (actions) => {
      expect(await play(actions, createSyncSchedule)).toBe(await play(actions, createPollingSchedule));
    }),
    { numRuns: 15 },
  );
}, 60_000);

test("a pod that rests costs one timer, and none of its looks", async () => {
  const clock = new VirtualClock(epochMillis(0));
  let looks = 0;
  const sync = async (): Promise<void> => {
    looks += 1;
  };
  const schedule = createSyncSchedule({ clock, random: createRandom("1") });
  const rest = { until: epochMillis(3_600_000), jitters: 1 };
  schedule.plan({ at: epochMillis(60_000), rest, sync });
  await clock.advanceBy(3_600_000);
  expect(looks).toBe(0);
  await clock.advanceBy(90_000);
  expect(looks).toBe(1);
});
