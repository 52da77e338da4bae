/** What is completed in a workload; the members are those of a real server's answers. */
import type { JsonObject } from "@irsa-sim/core";
import { createTrace, epochMillis, VirtualClock } from "@irsa-sim/core";
import { expect, test } from "vitest";
import { createTestCluster } from "../../cluster.test-support.js";

const ROOT = createTrace(new VirtualClock(epochMillis(0))).root;
const CONTAINER = { name: "app", image: "web:1" };
const POD_DEFAULTS = { dnsPolicy: "ClusterFirst", schedulerName: "default-scheduler", securityContext: {}, terminationGracePeriodSeconds: 30 };
const COMPLETED = {
  ...CONTAINER,
  ...{ imagePullPolicy: "IfNotPresent", resources: {}, terminationMessagePath: "/dev/termination-log", terminationMessagePolicy: "File" },
};
const template = (restartPolicy?: string): JsonObject => ({
  metadata: { labels: { app: "web" } },
  spec: { containers: [CONTAINER], ...(restartPolicy !== undefined && { restartPolicy }) },
});
const completed = (restartPolicy = "Always") => expect.objectContaining({ spec: { containers: [COMPLETED], restartPolicy, ...POD_DEFAULTS } });
const selector = { matchLabels: { app: "web" } };

const create = (kind: string, spec: object, group = "apps") =>
  createTestCluster({ liveUnder: ROOT }).send({
    method: "POST",
    path: `/apis/${group}/v1/namespaces/default/${kind.toLowerCase()}s`,
    body: { apiVersion: `${group}/v1`, kind, metadata: { name: "web" }, spec } as unknown as JsonObject,
  });

test.each([
  {
    kind: "Deployment",
    spec: { selector, template: template() },
    stored: {
      ...{ progressDeadlineSeconds: 600, replicas: 1, revisionHistoryLimit: 10, selector, template: completed() },
      strategy: { rollingUpdate: { maxSurge: "25%", maxUnavailable: "25%" }, type: "RollingUpdate" },
    },
  },
  {
    kind: "StatefulSet",
    spec: { serviceName: "web", selector, template: template() },
    stored: {
      ...{ podManagementPolicy: "OrderedReady", replicas: 1, revisionHistoryLimit: 10, selector, serviceName: "web", template: completed() },
      persistentVolumeClaimRetentionPolicy: { whenDeleted: "Retain", whenScaled: "Retain" },
      updateStrategy: { rollingUpdate: { partition: 0 }, type: "RollingUpdate" },
    },
  },
  {
    kind: "DaemonSet",
    spec: { selector, template: template(), updateStrategy: { type: "OnDelete" } },
    stored: { revisionHistoryLimit: 10, selector, template: completed(), updateStrategy: { type: "OnDelete" } },
  },
  { kind: "ReplicaSet", spec: { selector, template: template(), replicas: 0 }, stored: { replicas: 0, selector, template: completed() } },
])("a $kind", async ({ kind, spec, stored }) => {
  const { body } = await create(kind, spec);
  expect(body).toMatchObject({ metadata: { generation: 1 } });
  expect(body.spec).toEqual(stored);
});

test("a Job's pods are selected by its uid, and so is it", async () => {
  const { body } = await create("Job", { template: template("Never") }, "batch");
  const { uid, labels } = body.metadata as { readonly uid: string; readonly labels: object };
  const own = { "batch.kubernetes.io/controller-uid": uid, "batch.kubernetes.io/job-name": "web", "controller-uid": uid, "job-name": "web" };
  expect(labels).toEqual({ app: "web", ...own });
  expect(body.spec).toMatchObject({
    ...{ backoffLimit: 6, completionMode: "NonIndexed", completions: 1, manualSelector: false, parallelism: 1, suspend: false },
    selector: { matchLabels: { "batch.kubernetes.io/controller-uid": uid } },
    template: { metadata: { labels: { app: "web", ...own } } },
  });
});

test("another generation is what wants something else", async () => {
  const cluster = createTestCluster({ liveUnder: ROOT });
  const path = "/apis/apps/v1/namespaces/default/deployments";
  await cluster.send({ method: "POST", path, body: { metadata: { name: "web" }, spec: { selector, template: template() } } });
  const patch = async (change: JsonObject): Promise<number> => {
    const { body } = await cluster.send({ method: "PATCH", path: `${path}/web`, contentType: "application/merge-patch+json", body: change });
    return (body.metadata as { readonly generation: number }).generation;
  };
  expect([await patch({ metadata: { labels: { a: "b" } } }), await patch({ spec: { replicas: 3 } }), await patch({ spec: { replicas: 3 } })]).toEqual([
    1, 2, 2,
  ]);
});

test("a scale is the number of pods that are wanted, and changes it", async () => {
  const cluster = createTestCluster({ liveUnder: ROOT });
  const path = "/apis/apps/v1/namespaces/default/deployments";
  await cluster.send({ method: "POST", path, body: { metadata: { name: "web" }, spec: { selector, template: template() } } });
  const scale = `${path}/web/scale`;
  expect((await cluster.send({ path: scale })).body).toMatchObject({
    kind: "Scale",
    apiVersion: "autoscaling/v1",
    spec: { replicas: 1 },
    status: { selector: "app=web" },
  });
  const put = (spec: JsonObject, resourceVersion = "") =>
    cluster.send({ method: "PUT", path: scale, body: { kind: "Scale", apiVersion: "autoscaling/v1", metadata: { name: "web", resourceVersion }, spec } });
  expect((await put({ replicas: 4 })).body).toMatchObject({ spec: { replicas: 4 } });
  expect((await cluster.send({ path: `${path}/web` })).body).toMatchObject({ metadata: { generation: 2 }, spec: { replicas: 4 } });
  expect((await put({ replicas: 5 }, "1")).status).toBe(409);
  expect((await put({ replicas: -1 })).status).toBe(422);
});

test("a run's workloads stay as they were sent", async () => {
  const cluster = createTestCluster();
  const body = { metadata: { name: "web" }, spec: { selector, template: template() } };
  const { body: stored } = await cluster.send({ method: "POST", path: "/apis/apps/v1/namespaces/default/deployments", body });
  expect([stored.spec, (stored.metadata as { readonly generation?: number }).generation]).toEqual([expect.not.objectContaining({ replicas: 1 }), undefined]);
});
