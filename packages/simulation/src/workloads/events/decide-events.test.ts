/** What controllers tell; the texts are those of a real kube-controller-manager. */
import { expect, test } from "vitest";
import type { WorkloadChange } from "../workload-controller.js";
import type { WorkloadObject } from "../workload-object.js";
import { decideEvent } from "./decide-events.js";

const object = (name: string, replicas?: number): WorkloadObject => ({
  metadata: { name, namespace: "shop", uid: name, creationTimestamp: "" },
  ...(replicas !== undefined && { spec: { replicas } }),
});
const create = (metadata: object, spec: object = {}): WorkloadChange => ({ kind: "create", object: { metadata, spec } as never });
const POD = create({ generateName: "web-" });
const REFUSED = 'pods "web-" is forbidden: error looking up service account shop/app: serviceaccount "app" not found';

test.each<{ readonly of: string; readonly change: WorkloadChange; readonly made?: string; readonly refusal?: string; readonly told: string | null }>([
  { of: "ReplicaSet", change: POD, made: "web-1", told: "Normal SuccessfulCreate Created pod: web-1" },
  { of: "ReplicaSet", change: POD, refusal: REFUSED, told: `Warning FailedCreate Error creating: ${REFUSED}` },
  { of: "ReplicaSet", change: { kind: "delete", child: object("web-1") }, told: "Normal SuccessfulDelete Deleted pod: web-1" },
  { of: "ReplicaSet", change: { kind: "delete", child: object("web-1") }, refusal: "no", told: "Warning FailedDelete Error deleting: no" },
  { of: "Job", change: POD, made: "web-1", told: "Normal SuccessfulCreate Created pod: web-1" },
  { of: "StatefulSet", change: create({ name: "web-0" }), made: "web-0", told: "Normal SuccessfulCreate Create Pod web-0 in StatefulSet web successful" },
  { of: "StatefulSet", change: create({ name: "web-0" }), refusal: "no", told: "Warning FailedCreate Create Pod web-0 in StatefulSet web failed error: no" },
  { of: "StatefulSet", change: { kind: "delete", child: object("web-1") }, told: "Normal SuccessfulDelete Delete Pod web-1 in StatefulSet web successful" },
  {
    of: "Deployment",
    change: create({ name: "web-x" }, { replicas: 2 }),
    made: "web-x",
    told: "Normal ScalingReplicaSet Scaled up replica set web-x from 0 to 2",
  },
  {
    of: "Deployment",
    change: { kind: "scale", child: object("web-x", 2), replicas: 0 },
    told: "Normal ScalingReplicaSet Scaled down replica set web-x from 2 to 0",
  },
  { of: "Deployment", change: create({ name: "web-x" }, { replicas: 0 }), made: "web-x", told: null },
  { of: "CronJob", change: create({ name: "web-29" }), made: "web-29", told: "Normal SuccessfulCreate Created job web-29" },
  { of: "CronJob", change: { kind: "complain", reason: "UnparseableSchedule", message: "no" }, told: "Warning UnparseableSchedule no" },
  { of: "Deployment", change: { kind: "patch", of: "parent", object: object("web"), patch: {}, title: "numbers" }, told: null },
])("$of, $change.kind: $told", ({ of, change, made, refusal = null, told }) => {
  const event = decideEvent(of, "web", { change, made: made === undefined ? null : object(made), refusal });
  expect(event === null ? null : `${event.type} ${event.reason} ${event.message}`).toBe(told);
});
