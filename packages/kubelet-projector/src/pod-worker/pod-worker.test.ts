import { createInMemoryFiles, createTrace, epochMillis, VirtualClock } from "@irsa-sim/core";
import { describe, expect, test } from "vitest";
import type { ObjectReference } from "../objects/object-cache.js";
import type { Pod, VolumeProjection } from "../pod.js";
import { VolumeError } from "../projected-volume/volume-error.js";
import type { SyncPlan } from "../sync-schedule/sync-schedule.js";
import { createPodWorker, type PodWorkerOptions } from "./pod-worker.js";

const TOKEN = { serviceAccountToken: { path: "token" } };
const ISSUED = { token: "jwt", expirationSeconds: 600, expiresAt: epochMillis(600_000) };

interface Setting {
  readonly sources: readonly VolumeProjection[];
  /** Names of the objects that are there. */
  readonly known?: readonly string[];
  readonly isRefused?: boolean;
  readonly images?: readonly string[];
}

/** A worker whose schedule only notes what it is told. */
function create({ sources, known = [], isRefused = false, images = [] }: Setting) {
  const clock = new VirtualClock(epochMillis(0));
  const plans: SyncPlan[] = [];
  const pulled: string[] = [];
  let woken = 0;
  const options: PodWorkerOptions = {
    disk: createInMemoryFiles(clock),
    tokens: {
      get: async () => {
        if (isRefused) throw new VolumeError("no");
        return ISSUED;
      },
      lifetime: () => ISSUED,
      forget: () => {},
      clear: () => {},
    },
    objects: { read: async ({ name }) => (known.includes(name) ? new Map() : null), isKnown: ({ name }) => known.includes(name) },
    clock,
    schedule: {
      random: { integer: (min) => min, fraction: () => 0 },
      plan(plan) {
        plans.push(plan);
        return { wake: () => woken++, cancel: () => {} };
      },
    },
    minorVersion: 33,
    runsUntilTold: () => false,
    pullImage: async (image) => {
      pulled.push(image);
      return null;
    },
    root: createTrace(clock).root,
  };
  const pod: Pod = {
    metadata: { name: "web", namespace: "ns", uid: "u" },
    spec: {
      serviceAccountName: "sa",
      volumes: [{ name: "unmounted", projected: { sources: [{ secret: { name: "unread" } }] } }, { name: "v", projected: { sources } }, { name: "empty" }],
      initContainers: [{ name: "first", volumeMounts: [{ name: "v", mountPath: "/v" }] }],
      containers: images.map((image, index) => ({ name: `c${index}`, image })),
    },
  };
  return { worker: createPodWorker(pod, options), plans, pulled, woken: () => woken };
}

describe("how long a pod can be left alone", () => {
  const OPTIONAL = { configMap: { name: "optional", optional: true } };
  const THERE = { configMap: { name: "there" } };
  test.each([
    { name: "without tokens for good", sources: [THERE], rest: { until: Number.POSITIVE_INFINITY, jitters: 0 } },
    { name: "a token until 80 % of its life, less its jitter", sources: [TOKEN], rest: { until: 471_000, jitters: 1 } },
    { name: "of two tokens each draws its jitter", sources: [TOKEN, THERE, TOKEN], rest: { until: 471_000, jitters: 2 } },
    { name: "an object that is not there is asked for at every look", sources: [OPTIONAL], rest: null },
    { name: "also beside one that is", sources: [THERE, OPTIONAL], rest: null },
  ])("$name", async ({ sources, rest }) => {
    const { worker, plans } = create({ sources, known: ["there"] });
    await worker.sync();
    expect(plans).toMatchObject([{ at: 60_000, rest }]);
  });
});

describe("a pod is looked at for an object that it shows, and for no other", () => {
  test.each<ObjectReference & { readonly times: number }>([
    { kind: "Secret", namespace: "ns", name: "s", times: 1 },
    { kind: "ConfigMap", namespace: "ns", name: "c", times: 1 },
    { kind: "ConfigMap", namespace: "ns", name: "s", times: 0 },
    { kind: "Secret", namespace: "other", name: "s", times: 0 },
    { kind: "Secret", namespace: "ns", name: "other", times: 0 },
  ])("$kind $namespace/$name: $times", async ({ times, ...reference }) => {
    const { worker, woken } = create({ sources: [{ secret: { name: "s" } }, { configMap: { name: "c" } }], known: ["s", "c"] });
    worker.objectChanged(reference);
    expect(woken()).toBe(0);
    await worker.sync();
    worker.objectChanged(reference);
    expect(woken()).toBe(times);
  });
});

describe("images", () => {
  test("are pulled once each, when the volumes are there", async () => {
    const { worker, pulled } = create({ sources: [TOKEN], images: ["a", "b", "a"] });
    await worker.sync();
    await worker.sync();
    expect(pulled).toEqual(["a", "b"]);
  });

  test("are not pulled while a volume is missing", async () => {
    const { worker, pulled, plans } = create({ sources: [TOKEN], images: ["a"], isRefused: true });
    await worker.sync();
    await worker.sync();
    expect([pulled, plans.map(({ at }) => at), worker.containers.running()]).toEqual([[], [500, 1000], null]);
  });
});
