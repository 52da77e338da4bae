import { describe, expect, test } from "vitest";
import { containersOf, fieldOf, type Pod, projectedSourcesOf, runAsUserOf } from "./pod.js";

const POD: Pod = {
  metadata: { name: "web", namespace: "default", uid: "u", labels: { app: "a", "x.test/y": "b" }, annotations: { note: "c" } },
  spec: { nodeName: "n", serviceAccountName: "sa", containers: [{ name: "app" }] },
};

test.each([
  { path: "metadata.name", value: "web" },
  { path: "metadata.namespace", value: "default" },
  { path: "metadata.uid", value: "u" },
  { path: "spec.nodeName", value: "n" },
  { path: "spec.serviceAccountName", value: "sa" },
  { path: "metadata.labels['app']", value: "a" },
  { path: "metadata.labels['x.test/y']", value: "b" },
  { path: "metadata.annotations['note']", value: "c" },
  { path: "metadata.annotations['none']", value: "" },
  { path: "xmetadata.labels['app']", value: null },
  { path: "metadata.labels['app']x", value: null },
  { path: "metadata.labels['']", value: null },
  { path: "metadata.labels", value: null },
  { path: "status.podIP", value: null },
])("$path is $value", ({ path, value }) => {
  expect(fieldOf(POD, path)).toBe(value);
});

test("of a pod that says little, fields are empty", () => {
  const bare: Pod = { metadata: { name: "web", namespace: "default", uid: "u" }, spec: { serviceAccountName: "sa", containers: [] } };
  expect(["metadata.labels['app']", "metadata.annotations['a']", "spec.nodeName"].map((path) => fieldOf(bare, path))).toEqual(["", "", ""]);
  expect([containersOf(bare), projectedSourcesOf(bare)]).toEqual([[], []]);
});

describe("a container's user is its own, else the pod's, else nobody's choice", () => {
  test.each([
    { own: 7, ofPod: 8, user: 7 },
    { own: 0, ofPod: 8, user: 0 },
    { own: undefined, ofPod: 8, user: 8 },
    { own: undefined, ofPod: undefined, user: null },
  ])("$own, $ofPod: $user", ({ own, ofPod, user }) => {
    const container = { name: "app", ...(own === undefined ? {} : { securityContext: { runAsUser: own } }) };
    const pod = ofPod === undefined ? POD : { ...POD, spec: { ...POD.spec, securityContext: { runAsUser: ofPod } } };
    expect(runAsUserOf(pod, container)).toBe(user);
  });
});

test("init containers come first, and sources of the volumes that somebody mounts in order", () => {
  const mounting = (name: string, ...volumes: readonly string[]) => ({
    name,
    volumeMounts: volumes.map((volume) => ({ name: volume, mountPath: `/${volume}` })),
  });
  const volumes = [
    { name: "unmounted", projected: { sources: [{ secret: { name: "unread" } }] } },
    { name: "a", projected: { sources: [{ secret: { name: "s" } }] } },
    { name: "b" },
    { name: "c", projected: { sources: [{ configMap: { name: "c" } }] } },
  ];
  const pod: Pod = { ...POD, spec: { ...POD.spec, volumes, initContainers: [mounting("init", "c")], ephemeralContainers: [mounting("debug", "a", "b")] } };
  expect(containersOf(pod).map(({ name }) => name)).toEqual(["init", "app"]);
  expect(projectedSourcesOf(pod)).toEqual([{ secret: { name: "s" } }, { configMap: { name: "c" } }]);
});
