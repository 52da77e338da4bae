/** How objects go in a server whose objects people and controllers go on with. */
import { createTrace, epochMillis, type JsonObject, VirtualClock } from "@irsa-sim/core";
import { describe, expect, test } from "vitest";
import { createTestCluster, pod, type TestCluster } from "../cluster.test-support.js";

const ROOT = createTrace(new VirtualClock(epochMillis(0))).root;
const NAMESPACE = "/api/v1/namespaces/default";
const CONFIG_MAPS = `${NAMESPACE}/configmaps`;

interface Meta {
  readonly uid: string;
  readonly finalizers?: readonly string[];
  readonly ownerReferences?: readonly object[];
}

const metaOf = ({ body }: { readonly body: JsonObject }): Meta => body.metadata as unknown as Meta;
const create = (cluster: TestCluster, name: string, metadata: JsonObject = {}) =>
  cluster.send({ method: "POST", path: CONFIG_MAPS, body: { metadata: { name, ...metadata } } });
/** After all that falls due at this instant. */
const statusOf = async (cluster: TestCluster, path: string): Promise<number> => {
  await cluster.clock.advanceBy(0);
  return (await cluster.send({ path })).status;
};

test("what has a finalizer goes with it, and takes no new one", async () => {
  const cluster = createTestCluster({ liveUnder: ROOT });
  await create(cluster, "a", { finalizers: ["x/y"] });
  const path = `${CONFIG_MAPS}/a`;
  expect((await cluster.send({ method: "DELETE", path })).body).toMatchObject({ kind: "ConfigMap", metadata: { deletionGracePeriodSeconds: 0 } });
  const patch = (finalizers: readonly string[] | null) =>
    cluster.send({ method: "PATCH", path, contentType: "application/merge-patch+json", body: { metadata: { finalizers } } as JsonObject });
  expect((await patch(["x/y", "z/z"])).body.message).toBe(
    'ConfigMap "a" is invalid: metadata.finalizers: Forbidden: no new finalizers can be added if the object is being deleted, found new finalizers []string{"z/z"}',
  );
  expect((await patch(null)).status).toBe(200);
  expect(await statusOf(cluster, path)).toBe(404);
});

test("what belonged to somebody goes after its owner", async () => {
  const cluster = createTestCluster({ liveUnder: ROOT });
  const { uid } = metaOf(await create(cluster, "owner"));
  const reference = { apiVersion: "v1", kind: "ConfigMap", name: "owner", uid };
  await create(cluster, "child", { ownerReferences: [reference] });
  await cluster.send({ method: "DELETE", path: `${CONFIG_MAPS}/owner` });
  expect(await statusOf(cluster, `${CONFIG_MAPS}/child`)).toBe(404);
});

test("what is let go of stays, without its owner", async () => {
  const cluster = createTestCluster({ liveUnder: ROOT });
  const { uid } = metaOf(await create(cluster, "owner"));
  await create(cluster, "child", { ownerReferences: [{ apiVersion: "v1", kind: "ConfigMap", name: "owner", uid }] });
  await cluster.send({ method: "DELETE", path: `${CONFIG_MAPS}/owner?propagationPolicy=Orphan` });
  expect(await statusOf(cluster, `${CONFIG_MAPS}/owner`)).toBe(404);
  expect(metaOf(await cluster.send({ path: `${CONFIG_MAPS}/child` })).ownerReferences).toBeUndefined();
});

test("a namespace goes with what is in it, and takes nothing new meanwhile", async () => {
  const cluster = createTestCluster({ liveUnder: ROOT });
  await cluster.send({ method: "POST", path: "/api/v1/namespaces", body: { metadata: { name: "prod" } } });
  const inside = "/api/v1/namespaces/prod/configmaps";
  await cluster.send({ method: "POST", path: inside, body: { metadata: { name: "kept", finalizers: ["x/y"] } } });
  await cluster.send({ method: "DELETE", path: "/api/v1/namespaces/prod" });
  expect((await cluster.send({ path: "/api/v1/namespaces/prod" })).body.status).toEqual({ phase: "Terminating" });
  const refused = await cluster.send({ method: "POST", path: inside, body: { metadata: { name: "late" } } });
  expect([refused.status, refused.body.message, (refused.body.details as { readonly causes: unknown }).causes]).toEqual([
    403,
    'configmaps "late" is forbidden: unable to create new content in namespace prod because it is being terminated',
    [{ reason: "NamespaceTerminating", message: "namespace prod is being terminated", field: "metadata.namespace" }],
  ]);
  await cluster.send({ method: "PATCH", path: `${inside}/kept`, contentType: "application/merge-patch+json", body: { metadata: { finalizers: null } } });
  expect(await statusOf(cluster, "/api/v1/namespaces/prod")).toBe(404);
});

describe("a pod", () => {
  test("goes when its kubelet says that nothing of it is left", async () => {
    const cluster = createTestCluster({ liveUnder: ROOT });
    const path = `${NAMESPACE}/pods/one`;
    await cluster.send({ method: "POST", path: `${NAMESPACE}/pods`, body: pod("one") });
    expect((await cluster.send({ method: "DELETE", path })).body).toMatchObject({ metadata: { deletionGracePeriodSeconds: 30 } });
    expect(await statusOf(cluster, path)).toBe(200);
    await cluster.send({ method: "DELETE", path, token: "node-token", body: { gracePeriodSeconds: 0 } });
    expect(await statusOf(cluster, path)).toBe(404);
  });

  test("of another node is none of a kubelet's", async () => {
    const cluster = createTestCluster({ liveUnder: ROOT });
    await cluster.send({ method: "POST", path: `${NAMESPACE}/pods`, body: pod("two", { nodeName: "node-2" }) });
    const { status, body } = await cluster.send({ method: "DELETE", path: `${NAMESPACE}/pods/two`, token: "node-token" });
    expect([status, body.message]).toEqual([403, 'pods "two" is forbidden: node "node-1" can only delete pods with spec.nodeName set to itself']);
  });
});

test.each([
  {
    query: "propagationPolicy=Wrong",
    status: 422,
    message: 'propagationPolicy: Unsupported value: "Wrong": supported values: "Foreground", "Background", "Orphan", "nil"',
  },
  {
    query: "propagationPolicy=Orphan&orphanDependents=true",
    status: 422,
    message: 'propagationPolicy: Invalid value: "Orphan": orphanDependents and deletionPropagation cannot be both set',
  },
  { query: "gracePeriodSeconds=x", status: 400, message: 'strconv.ParseInt: parsing "x": invalid syntax' },
])("options of a query: $query", async ({ query, status, message }) => {
  const answer = await createTestCluster({ liveUnder: ROOT }).send({ method: "DELETE", path: `${CONFIG_MAPS}/x?${query}` });
  expect([answer.status, String(answer.body.message).replace(/^.* is invalid: /, "")]).toEqual([status, message]);
});

test("namespaces that every cluster has stay", async () => {
  const { status, body } = await createTestCluster().send({ method: "DELETE", path: "/api/v1/namespaces/default" });
  expect([status, body.message]).toEqual([403, 'namespaces "default" is forbidden: this namespace may not be deleted']);
});

test("an event goes an hour after it was last written", async () => {
  const cluster = createTestCluster({ liveUnder: ROOT });
  const event = { metadata: { name: "e" }, involvedObject: { kind: "Pod", namespace: "default", name: "p" }, reason: "Seen", message: "x", type: "Normal" };
  await cluster.send({ method: "POST", path: `${NAMESPACE}/events`, body: event });
  await cluster.clock.advanceBy(3_000_000);
  await cluster.send({ method: "PATCH", path: `${NAMESPACE}/events/e`, contentType: "application/merge-patch+json", body: { count: 2 } });
  await cluster.clock.advanceBy(3_599_999);
  expect(await statusOf(cluster, `${NAMESPACE}/events/e`)).toBe(200);
  await cluster.clock.advanceBy(1);
  expect(await statusOf(cluster, `${NAMESPACE}/events/e`)).toBe(404);
});
