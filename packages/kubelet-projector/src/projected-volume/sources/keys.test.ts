import { expect, test } from "vitest";
import type { Pod, VolumeProjection } from "../../pod.js";
import { objectsOf } from "./keys.js";

test("a pod shows the ConfigMaps and Secrets of all its projected volumes", () => {
  const volume = (name: string, ...sources: readonly VolumeProjection[]) => ({ name, projected: { sources } });
  const volumes = [volume("a", { secret: { name: "s" } }, { serviceAccountToken: { path: "t" } }), { name: "b" }, volume("c", { configMap: { name: "c" } })];
  const pod: Pod = {
    metadata: { name: "web", namespace: "ns", uid: "u" },
    spec: { serviceAccountName: "sa", volumes, containers: [{ name: "app", volumeMounts: volumes.map(({ name }) => ({ name, mountPath: `/${name}` })) }] },
  };
  expect(objectsOf(pod)).toEqual([
    { kind: "Secret", namespace: "ns", name: "s" },
    { kind: "ConfigMap", namespace: "ns", name: "c" },
  ]);
});
