/** Workloads in a whole cluster: what becomes of them when somebody changes something. */
import type { JsonObject } from "@irsa-sim/core";
import { expect, test } from "vitest";
import { playSmallWorld } from "../settings/play-small-world.test-support.js";
import type { World } from "../world.js";

const TEMPLATE = { metadata: { labels: { app: "my-app" } }, spec: { serviceAccountName: "my-service-account", containers: [{ name: "app", image: "app" }] } };
const DEPLOYMENT = {
  ...{ apiVersion: "apps/v1", kind: "Deployment" },
  metadata: { namespace: "default", name: "my-app" },
  spec: { replicas: 2, selector: { matchLabels: { app: "my-app" } }, template: TEMPLATE },
};
const REFERENCE = { objectKind: "Deployment", namespace: "default", name: "my-app" };

/** A world in which somebody acts, each time until nothing more follows at that instant. */
async function playWorld() {
  const world = await playSmallWorld({});
  const act = async (work: (world: World) => Promise<unknown>): Promise<void> => {
    await world.clock.run(() => work(world));
    await world.clock.advanceBy(0);
  };
  return { world, act, podName: () => world.podNamed("default", "my-app") };
}

const create = (object: JsonObject) => (world: World) => world.developer.create(object, world.trace.root);
const patch = (spec: JsonObject) => (world: World) => world.developer.patch(REFERENCE, { spec }, world.trace.root);
const environmentOf = (world: World, pod: string) => JSON.stringify(world.readObject("Pod", "default", pod));

test("a Deployment's pods run, and have what the webhook gives", async () => {
  const { world, act, podName } = await playWorld();
  await act(create(DEPLOYMENT));
  expect(podName()).toMatch(/^my-app-[a-z0-9]+-[a-z0-9]{5}$/);
  expect(world.kubelet.container("default", podName())).not.toBeNull();
  expect(environmentOf(world, podName())).toContain("AWS_ROLE_ARN");
});

test("a pod that is deleted is made anew under another name", async () => {
  const { world, act, podName } = await playWorld();
  await act(create(DEPLOYMENT));
  const first = podName();
  await act(() => world.developer.delete({ objectKind: "Pod", namespace: "default", name: first }, world.trace.root));
  expect([podName() === first, world.readObject("Pod", "default", first)]).toEqual([false, null]);
});

test("another template makes all pods anew, and the old ReplicaSet stays with none", async () => {
  const { world, act, podName } = await playWorld();
  await act(create(DEPLOYMENT));
  const first = podName();
  await act(patch({ template: { metadata: { annotations: { at: "now" } } } }));
  expect(world.readObject("Pod", "default", first)).toBeNull();
  expect(world.readObject("ReplicaSet", "default", first.slice(0, first.lastIndexOf("-")))).toMatchObject({ spec: { replicas: 0 } });
});

test("a Deployment that is deleted takes all with it", async () => {
  const { world, act, podName } = await playWorld();
  await act(create(DEPLOYMENT));
  const pod = podName();
  await act(() => world.developer.delete(REFERENCE, world.trace.root));
  expect([world.readObject("Pod", "default", pod), podName()]).toEqual([null, "my-app"]);
});

test("what is refused is told once and tried again until it succeeds", async () => {
  const { world, act, podName } = await playWorld();
  const template = { ...TEMPLATE, spec: { ...TEMPLATE.spec, serviceAccountName: "late" } };
  await act(create({ ...DEPLOYMENT, spec: { ...DEPLOYMENT.spec, template } }));
  expect([world.takeBackgroundRefusal()?.message, podName()]).toEqual([
    expect.stringContaining('error looking up service account default/late: serviceaccount "late" not found'),
    "my-app",
  ]);
  await act(create({ apiVersion: "v1", kind: "ServiceAccount", metadata: { namespace: "default", name: "late" } }));
  await world.clock.advanceBy(1000);
  expect([world.takeBackgroundRefusal(), podName()]).toEqual([null, expect.stringMatching(/^my-app-/)]);
});

test("a pod's workload is known by its own name and by that of who made it", async () => {
  const { world, act, podName } = await playWorld();
  await act(create(DEPLOYMENT));
  expect([podName(), world.podNamed("other", "my-app"), world.podNamed("default", "my-pod")]).toEqual([expect.stringMatching(/^my-app-/), "my-app", "my-pod"]);
});
