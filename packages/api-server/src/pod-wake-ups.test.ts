import { expect, test } from "vitest";
import { createTestCluster, pod, type TestCluster } from "./cluster.test-support.js";

const PODS = "/api/v1/namespaces/default/pods";

/** What whoever is woken finds, once per wake-up. */
function watching(cluster: TestCluster): string[] {
  const seen: string[] = [];
  cluster.apiServer.onPodsChanged(async (span) => {
    const pods = ["a", "b"].map((name) => cluster.apiServer.read("Pod", "default", name)).filter((found) => found !== null);
    const nodes = pods.map(({ metadata, spec }) => `${metadata.name}@${(spec as { readonly nodeName?: string }).nodeName}`);
    seen.push(`${nodes.join(" ")} in ${span.actor}`);
  });
  return seen;
}

test("listeners are woken after the request, when the pod is bound", async () => {
  const cluster = createTestCluster();
  const seen = watching(cluster);
  await cluster.send({ method: "POST", path: PODS, body: pod("a") });
  expect(seen).toEqual([]);
  await cluster.clock.advanceBy(0);
  expect(seen).toEqual(["a@node-1 in api-server"]);
});

test("a pod that names its node is left to it", async () => {
  const cluster = createTestCluster();
  const seen = watching(cluster);
  await cluster.send({ method: "POST", path: PODS, body: pod("a", { nodeName: "node-2" }) });
  await cluster.clock.advanceBy(0);
  expect(seen).toEqual(["a@node-2 in api-server"]);
  expect(cluster.changes()).toHaveLength(1);
});

test("changes of one instant wake once; a deletion wakes too", async () => {
  const cluster = createTestCluster();
  const seen = watching(cluster);
  await cluster.send({ method: "POST", path: PODS, body: pod("a") });
  await cluster.send({ method: "POST", path: PODS, body: pod("b") });
  await cluster.clock.advanceBy(0);
  await cluster.send({ method: "DELETE", path: `${PODS}/a` });
  await cluster.clock.advanceBy(0);
  expect(seen).toEqual(["a@node-1 b@node-1 in api-server", "b@node-1 in api-server"]);
});

test("a refused pod and other objects wake nobody", async () => {
  const cluster = createTestCluster();
  const seen = watching(cluster);
  await cluster.send({ method: "POST", path: PODS, body: pod("a", { serviceAccountName: "nobody" }) });
  await cluster.send({ method: "POST", path: "/api/v1/namespaces/default/serviceaccounts", body: { metadata: { name: "a" } } });
  await cluster.clock.advanceBy(0);
  expect(seen).toEqual([]);
});

test("the kubelet of the node may list and read the bound pod, and ask for its token", async () => {
  const cluster = createTestCluster({ tokenRequest: async () => ({ status: 201, headers: {}, body: "{}" }) });
  await cluster.send({ method: "POST", path: PODS, body: pod("a") });
  const token = "node-token";
  const { body } = await cluster.send({ path: "/api/v1/pods?fieldSelector=spec.nodeName%3Dnode-1", token });
  expect(body.items).toMatchObject([{ metadata: { name: "a" }, spec: { nodeName: "node-1" } }]);
  expect((await cluster.send({ path: `${PODS}/a`, token })).status).toBe(200);
  expect((await cluster.send({ method: "POST", path: "/api/v1/namespaces/default/serviceaccounts/default/token", body: {}, token })).status).toBe(201);
});
