import { epochMillis } from "@irsa-sim/core";
import { expect, test } from "vitest";
import { templateHash } from "../template-hash.js";
import type { WorkloadController } from "../workload-controller.js";
import type { WorkloadObject } from "../workload-object.js";
import { daemonSet } from "./daemon-set.js";
import { deployment } from "./deployment.js";
import { replicaSet } from "./replica-set.js";
import { statefulSet } from "./stateful-set.js";

const TEMPLATE = { metadata: { labels: { app: "shop" } } };
const HASH = templateHash(TEMPLATE);

type Child = Pick<WorkloadObject, "status"> & { readonly labels?: Readonly<Record<string, string>> };

const object = (name: string, more: Pick<WorkloadObject, "spec" | "status">, labels: Readonly<Record<string, string>> = {}): WorkloadObject => ({
  metadata: { name, namespace: "shop", uid: name, creationTimestamp: "2026-01-05T09:00:00Z", labels },
  ...more,
});
const pod = (isReady: boolean, labels = {}): Child => ({ status: { conditions: [{ type: "Ready", status: isReady ? "True" : "False" }] }, labels });
const setOf = (hash: string, replicas: number, ready: number): Child => ({
  status: { replicas, readyReplicas: ready, availableReplicas: ready },
  labels: { "pod-template-hash": hash },
});

/** The status of a workload of two replicas, on two nodes. */
function statusOf(controller: WorkloadController, children: readonly Child[]) {
  const parent = object("app", { spec: { replicas: 2, template: TEMPLATE } });
  const made = children.map(({ status, labels }, index) => object(`child-${index}`, status === undefined ? {} : { status }, labels));
  return controller.status?.({ parent, children: made, nodes: ["node-1", "node-2"], now: epochMillis(0), isLive: true, failure: null });
}

test.each([
  {
    ...{ name: "a ReplicaSet with one of two pods ready", controller: replicaSet, children: [pod(true), pod(false)] },
    counts: { replicas: 2, fullyLabeledReplicas: 2, readyReplicas: 1, availableReplicas: 1, terminatingReplicas: 0 },
  },
  {
    ...{ name: "a pod that nobody tells of is not ready", controller: replicaSet, children: [{}] },
    counts: { replicas: 1, fullyLabeledReplicas: 1, readyReplicas: 0, availableReplicas: 0, terminatingReplicas: 0 },
  },
  {
    ...{ name: "a DaemonSet with an old pod", controller: daemonSet },
    children: [pod(true, { "controller-revision-hash": HASH }), pod(true, { "controller-revision-hash": "old" })],
    counts: { desiredNumberScheduled: 2, currentNumberScheduled: 2, updatedNumberScheduled: 1, numberReady: 2, numberAvailable: 2, numberUnavailable: 0 },
  },
  {
    ...{ name: "a StatefulSet with an old pod", controller: statefulSet },
    children: [pod(true, { "controller-revision-hash": `app-${HASH}` }), pod(false, { "controller-revision-hash": "old" })],
    counts: { replicas: 2, readyReplicas: 1, availableReplicas: 1, currentReplicas: 1, updatedReplicas: 1 },
  },
  {
    ...{ name: "a Deployment with an old ReplicaSet", controller: deployment, children: [setOf("old", 1, 1), setOf(HASH, 1, 0)] },
    counts: { replicas: 2, updatedReplicas: 1, readyReplicas: 1, availableReplicas: 1, unavailableReplicas: 1 },
  },
])("$name", ({ controller, children, counts }) => {
  expect(statusOf(controller, children)?.counts).toEqual(counts);
});

test.each([
  { name: "nothing yet", children: [], told: ["Available False MinimumReplicasUnavailable"] },
  {
    ...{ name: "some are ready", children: [setOf(HASH, 2, 1)] },
    told: ["Available False MinimumReplicasUnavailable", "Progressing True ReplicaSetUpdated"],
  },
  {
    ...{ name: "old ones are left", children: [setOf("old", 1, 0), setOf(HASH, 2, 2)] },
    told: ["Available True MinimumReplicasAvailable", "Progressing True ReplicaSetUpdated"],
  },
  {
    ...{ name: "all are ready", children: [setOf("old", 0, 0), setOf(HASH, 2, 2)] },
    told: ["Available True MinimumReplicasAvailable", "Progressing True NewReplicaSetAvailable"],
  },
])("a Deployment's conditions: $name", ({ children, told }) => {
  expect(statusOf(deployment, children)?.conditions?.map(({ type, status, reason }) => `${type} ${status} ${reason}`)).toEqual(told);
});
