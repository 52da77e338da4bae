import { describe, expect, test } from "vitest";
import { createTestCluster, pod } from "./cluster.test-support.js";

const NAMESPACE = "/api/v1/namespaces/default";
const VOLUMES = [
  { name: "own-secret", secret: { secretName: "s1" } },
  { name: "own-config", configMap: { name: "c1" } },
  {
    name: "both",
    projected: { sources: [{ secret: { name: "s2" } }, { configMap: { name: "c2" } }, { serviceAccountToken: { audience: "sts", path: "token" } }] },
  },
  { name: "neither", emptyDir: {} },
];

/** A cluster with a pod on the kubelet's node, and an issuer that issues nothing. */
async function withPod() {
  const cluster = createTestCluster({ tokenRequest: async () => ({ status: 201, headers: {}, body: "{}" }) });
  const { body } = await cluster.send({ method: "POST", path: `${NAMESPACE}/pods`, body: pod("p", { volumes: VOLUMES }) });
  return { ...cluster, uid: (body.metadata as { readonly uid: string }).uid };
}

describe("a kubelet may read what the volumes of its pods show: those that are not there are not found, all others forbidden", () => {
  test.each([
    { path: "secrets/s1", status: 404 },
    { path: "secrets/s2", status: 404 },
    { path: "secrets/c1", status: 403 },
    { path: "configmaps/c1", status: 404 },
    { path: "configmaps/c2", status: 404 },
    { path: "configmaps/s1", status: 403 },
    { path: "configmaps/none", status: 403 },
  ])("$path: $status", async ({ path, status }) => {
    expect((await (await withPod()).send({ path: `${NAMESPACE}/${path}`, token: "node-token" })).status).toBe(status);
  });
});

describe("a kubelet may ask for a token for its pod", () => {
  test.each([
    { name: "as the pod wants it", change: {}, status: 201 },
    { name: "for another audience", change: { audiences: ["other"] }, status: 403 },
    { name: "for a pod that is not there", change: { boundObjectRef: { kind: "Pod", apiVersion: "v1", name: "none", uid: "u" } }, status: 404 },
  ])("$name: $status", async ({ change, status }) => {
    const { send, uid } = await withPod();
    const spec = { audiences: ["sts"], boundObjectRef: { kind: "Pod", apiVersion: "v1", name: "p", uid }, ...change };
    const request = { method: "POST", path: `${NAMESPACE}/serviceaccounts/default/token`, body: { spec }, token: "node-token" };
    expect((await send(request)).status).toBe(status);
  });
});
