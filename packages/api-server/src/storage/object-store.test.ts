import { createRandom, epochMillis, VirtualClock } from "@irsa-sim/core";
import { beforeEach, describe, expect, test } from "vitest";
import type { KubernetesObject } from "./kubernetes-object.js";
import { createObjectStore, type ObjectStore, type StoreChange } from "./object-store.js";
import { resourceOf } from "./resources.js";

const PODS = resourceOf("Pod");
const NODES = resourceOf("Node");
const named = (name: string, more: object = {}): KubernetesObject => ({ metadata: { name }, ...more });

let clock: VirtualClock;
let store: ObjectStore;
beforeEach(() => {
  clock = new VirtualClock(epochMillis(Date.UTC(2026, 0, 5, 9)));
  store = createObjectStore({ clock, random: createRandom("store") });
});

test("each write is a version of the whole store, and a reading is none", () => {
  expect(store.resourceVersion()).toBe("0");
  const created = store.create(PODS, "a", named("p", { spec: { nodeName: "n" } }));
  expect(created).toMatchObject({
    metadata: { name: "p", namespace: "a", resourceVersion: "1", creationTimestamp: "2026-01-05T09:00:00Z" },
    spec: { nodeName: "n" },
  });
  store.create(NODES, null, named("n"));
  const replaced = store.replace(PODS, { ...created, spec: { nodeName: "m" } });
  expect(replaced).toMatchObject({ metadata: { uid: created.metadata.uid, resourceVersion: "3" }, spec: { nodeName: "m" } });
  store.remove(PODS, "a", "nobody");
  expect([store.read(PODS, "a", "p"), store.resourceVersion()]).toEqual([replaced, "3"]);
  store.remove(PODS, "a", "p");
  expect([store.read(PODS, "a", "p"), store.resourceVersion()]).toEqual([null, "4"]);
});

test("a name is taken within its namespace and resource, and free again after a removal", () => {
  const first = store.create(PODS, "a", named("p"));
  store.create(PODS, "b", named("p"));
  store.create(NODES, null, named("p"));
  expect(() => store.create(PODS, "a", named("p"))).toThrow('pods "p" already exists');
  expect(store.resourceVersion()).toBe("3");
  store.remove(PODS, "a", "p");
  expect(store.create(PODS, "a", named("p")).metadata.uid).not.toBe(first.metadata.uid);
});

test("an object that is of no namespace carries none", () => {
  expect("namespace" in store.create(NODES, null, named("n")).metadata).toBe(false);
});

test.each([
  { namespace: null, names: ["b/p", "a/p", "a/q"] },
  { namespace: "a", names: ["a/p", "a/q"] },
  { namespace: "c", names: [] },
])("a list of $namespace is in order of creation", ({ namespace, names }) => {
  for (const [place, name] of [
    ["b", "p"],
    ["a", "p"],
    ["a", "q"],
  ] as const)
    store.create(PODS, place, named(name));
  store.create(NODES, null, named("n"));
  expect(store.list(PODS, namespace).map(({ metadata }) => `${metadata.namespace}/${metadata.name}`)).toEqual(names);
});

test("a change tells what was and what is; a removal has a version of its own", () => {
  const heard: StoreChange[] = [];
  const leave = store.onChanged((change) => heard.push(change));
  const created = store.create(PODS, "a", named("p"));
  const replaced = store.replace(PODS, created);
  store.remove(PODS, "a", "p");
  leave();
  store.create(PODS, "a", named("q"));
  const removed = { ...replaced, metadata: { ...replaced.metadata, resourceVersion: "3" } };
  expect(heard).toEqual([
    { type: "ADDED", resource: PODS, version: 1, before: null, object: created },
    { type: "MODIFIED", resource: PODS, version: 2, before: created, object: replaced },
    { type: "DELETED", resource: PODS, version: 3, before: replaced, object: removed },
  ]);
});

describe("what is known of the past", () => {
  const versionsSince = (version: number) => store.changesSince(PODS, version)?.map((change) => change.version) ?? null;

  test("begins after the version that is asked from, for one resource", () => {
    store.create(PODS, "a", named("p"));
    store.create(NODES, null, named("n"));
    store.create(PODS, "a", named("q"));
    expect([0, 1, 2, 3, 9].map(versionsSince)).toEqual([[1, 3], [3], [3], [], []]);
  });

  test("is a thousand changes", () => {
    for (let count = 1; count <= 1000; count += 1) store.create(PODS, "a", named(`p-${count}`));
    expect([store.oldestVersion(), versionsSince(0)?.length]).toEqual([0, 1000]);
    store.create(PODS, "a", named("one-more"));
    expect([store.oldestVersion(), versionsSince(0), versionsSince(1)?.length]).toEqual([1, null, 1000]);
    store.create(PODS, "a", named("two-more"));
    expect([store.oldestVersion(), versionsSince(1), versionsSince(2)?.length]).toEqual([2, null, 1000]);
  });
});
