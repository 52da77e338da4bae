import type { JsonObject } from "@irsa-sim/core";
import { describe, expect, test } from "vitest";
import { createTestCluster, type TestCluster } from "../cluster.test-support.js";

const POD = "/api/v1/namespaces/default/pods/web";
const DEPLOYMENT = "/apis/apps/v1/namespaces/default/deployments/d";
const MERGE = "application/merge-patch+json";
const STRATEGIC = "application/strategic-merge-patch+json";

/** A cluster with the pods `web` on node-1 and `other` on node-2, and a Deployment. */
async function createCluster(): Promise<TestCluster> {
  const cluster = createTestCluster({ onNodeJoined: () => {} });
  const create = (path: string, body: JsonObject) => cluster.send({ method: "POST", path: `${path.slice(0, path.lastIndexOf("/"))}`, body });
  const pod = (name: string, nodeName: string): JsonObject => ({
    ...{ kind: "Pod", apiVersion: "v1", metadata: { name } },
    spec: { nodeName, containers: [{ name: "app", image: "x" }] },
  });
  await create(POD, pod("web", "node-1"));
  await create(POD, pod("other", "node-2"));
  const template = { metadata: { labels: { a: "b" } }, spec: { containers: [{ name: "app", image: "x" }] } };
  await create(DEPLOYMENT, {
    ...{ kind: "Deployment", apiVersion: "apps/v1", metadata: { name: "d" } },
    spec: { replicas: 1, selector: { matchLabels: { a: "b" } }, template },
  });
  return cluster;
}

const patch = ({ send }: TestCluster, path: string, body: JsonObject, { token = "admin-token", contentType = MERGE } = {}) =>
  send({ method: "PATCH", path, body, token, contentType });

test("a kubelet's status is kept, with the conditions of others", async () => {
  const cluster = await createCluster();
  await patch(cluster, `${POD}/status`, { status: { conditions: [{ type: "PodScheduled", status: "True" }] } });
  const status = { phase: "Running", conditions: [{ type: "Ready", status: "True" }] };
  expect((await patch(cluster, `${POD}/status`, { status }, { token: "node-token", contentType: STRATEGIC })).status).toBe(200);
  const { body } = await cluster.send({ path: POD });
  expect(body).toMatchObject({ status: { phase: "Running", qosClass: "BestEffort" } });
  const { conditions } = body.status as { readonly conditions: readonly { readonly type: string }[] };
  expect(conditions.map(({ type }) => type).toSorted()).toEqual(["PodScheduled", "Ready"]);
  expect((await cluster.send({ path: `${POD}/status` })).body).toEqual(body);
});

test.each([
  { name: "a patch", method: "PATCH", contentType: MERGE },
  { name: "a whole object", method: "PUT", contentType: "application/json" },
])("$name to a status changes nothing else", async ({ method, contentType }) => {
  const cluster = await createCluster();
  const { body: before } = await cluster.send({ path: DEPLOYMENT });
  const changed = {
    ...before,
    metadata: { ...(before.metadata as JsonObject), labels: { x: "y" } },
    ...{ spec: { ...(before.spec as JsonObject), replicas: 7 }, status: { replicas: 3 } },
  };
  expect((await cluster.send({ method, path: `${DEPLOYMENT}/status`, contentType, body: changed })).status).toBe(200);
  const { body: after } = await cluster.send({ path: DEPLOYMENT });
  expect([after.spec, (after.metadata as JsonObject).labels, after.status]).toEqual([before.spec, undefined, { replicas: 3 }]);
});

test("a write to the object itself leaves its status", async () => {
  const cluster = await createCluster();
  await patch(cluster, `${DEPLOYMENT}/status`, { status: { replicas: 3 } });
  await patch(cluster, DEPLOYMENT, { spec: { replicas: 2 }, status: { replicas: 9 } });
  expect((await cluster.send({ path: DEPLOYMENT })).body).toMatchObject({ spec: { replicas: 2 }, status: { replicas: 3 } });
});

describe("who may not", () => {
  test.each([
    {
      ...{ name: "a kubelet, of another node's pod", path: "/api/v1/namespaces/default/pods/other/status", token: "node-token", status: 403 },
      message: 'pods "other" is forbidden: node "node-1" can only update pod status for pods with spec.nodeName set to itself',
    },
    {
      ...{ name: "a kubelet, of another node", path: "/api/v1/nodes/node-2/status", token: "node-token", status: 403 },
      message: 'nodes "node-2" is forbidden: node "node-1" is not allowed to modify node "node-2"',
    },
    {
      ...{ name: "a kubelet, of a Deployment", path: `${DEPLOYMENT}/status`, token: "node-token", status: 403 },
      message: expect.stringContaining('cannot patch resource "deployments/status" in API group "apps"'),
    },
    {
      ...{ name: "anybody else", path: `${POD}/status`, token: "guest-token", status: 403 },
      message: expect.stringContaining('User "guest" cannot patch resource "pods/status" in API group ""'),
    },
  ])("$name", async ({ path, token, status, message }) => {
    expect(await patch(await createCluster(), path, { status: {} }, { token })).toMatchObject({ status, body: { message } });
  });

  test("a status is not applied", async () => {
    const body = { kind: "Pod", apiVersion: "v1", metadata: { name: "web" }, status: {} };
    expect(await patch(await createCluster(), `${POD}/status?fieldManager=one`, body, { contentType: "application/apply-patch+yaml" })).toMatchObject({
      status: 415,
    });
  });
});

test("a kubelet may tell of its own node", async () => {
  const cluster = await createCluster();
  const status = { conditions: [{ type: "Ready", status: "True" }] };
  expect(await patch(cluster, "/api/v1/nodes/node-1/status", { status }, { token: "node-token", contentType: STRATEGIC })).toMatchObject({
    ...{ status: 200, body: { status: { conditions: [{ type: "Ready" }] } } },
  });
});
