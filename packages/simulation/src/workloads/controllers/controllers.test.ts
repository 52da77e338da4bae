import { epochMillis, type JsonObject } from "@irsa-sim/core";
import { describe, expect, test } from "vitest";
import type { WorkloadChange, WorkloadController } from "../workload-controller.js";
import type { WorkloadObject } from "../workload-object.js";
import { cronJob } from "./cron-job.js";
import { daemonSet } from "./daemon-set.js";
import { deployment } from "./deployment.js";
import { job } from "./job.js";
import { replicaSet } from "./replica-set.js";
import { statefulSet } from "./stateful-set.js";

const MADE_AT = "2026-01-05T09:00:00Z";
const TEMPLATE = { metadata: { labels: { app: "shop" } }, spec: { containers: [{ name: "app" }] } };

const object = (name: string, spec: WorkloadObject["spec"], labels: Readonly<Record<string, string>> = {}): WorkloadObject => ({
  metadata: { name, namespace: "shop", uid: `uid of ${name}`, creationTimestamp: MADE_AT, labels },
  ...(spec === undefined ? {} : { spec }),
});

/** The objects that a change is about, as a person would tell them. */
function tell(change: WorkloadChange): string {
  if (change.kind === "complain") return `${change.reason}: ${change.message}`;
  if (change.kind === "patch") return `${change.title} ${change.object.metadata.name}: ${JSON.stringify(change.patch)}`;
  if (change.kind !== "create") return `${change.kind} ${change.child.metadata.name}${change.kind === "scale" ? ` to ${change.replicas}` : ""}`;
  const { name, generateName } = change.object.metadata as { readonly name?: string; readonly generateName?: string };
  return `create ${change.object.kind} ${name ?? generateName}`;
}

interface Row {
  readonly name: string;
  readonly controller: WorkloadController;
  readonly parent: WorkloadObject;
  readonly children?: readonly WorkloadObject[];
  readonly at?: string;
  readonly changes: readonly string[];
}

function decide({ controller, parent, children = [], at = MADE_AT }: Omit<Row, "name" | "changes">): readonly WorkloadChange[] {
  return controller.decide({ parent, children, nodes: ["node-1", "node-2"], now: epochMillis(Date.parse(at)), isLive: false, failure: null });
}

/** What a controller makes at first, as the API server would store it. */
function childrenOf(controller: WorkloadController, parent: WorkloadObject): readonly WorkloadObject[] {
  return decide({ controller, parent }).flatMap((change, index) => {
    if (change.kind !== "create") return [];
    const { metadata, spec } = change.object as unknown as WorkloadObject & { readonly metadata: { readonly generateName?: string } };
    const name = metadata.name ?? `${metadata.generateName}${index}`;
    return [{ metadata: { ...metadata, name, uid: `uid of ${name}`, creationTimestamp: MADE_AT }, ...(spec === undefined ? {} : { spec }) }];
  });
}

const APP = object("app", { replicas: 2, template: TEMPLATE });
const CHANGED = object("app", { replicas: 2, template: { ...TEMPLATE, metadata: { labels: { app: "shop" }, annotations: { at: "now" } } } });
const AT_NIGHT = object("report", { schedule: "30 3 * * *", jobTemplate: { spec: { template: TEMPLATE } } });

test.each<Row>([
  { name: "a Deployment is new", controller: deployment, parent: APP, changes: [expect.stringMatching(/^create ReplicaSet app-[b-z2-9]{5,10}$/)] },
  { name: "a Deployment has what it wants", controller: deployment, parent: APP, children: childrenOf(deployment, APP), changes: [] },
  {
    name: "a Deployment is scaled",
    controller: deployment,
    parent: object("app", { replicas: 5, template: TEMPLATE }),
    children: childrenOf(deployment, APP),
    changes: [expect.stringMatching(/^scale app-\w+ to 5$/)],
  },
  {
    name: "a Deployment has another template",
    controller: deployment,
    parent: CHANGED,
    children: childrenOf(deployment, APP),
    changes: [expect.stringMatching(/^create ReplicaSet app-/), expect.stringMatching(/^scale app-\w+ to 0$/)],
  },
  { name: "a ReplicaSet is new", controller: replicaSet, parent: APP, changes: ["create Pod app-", "create Pod app-"] },
  { name: "a ReplicaSet has lost a pod", controller: replicaSet, parent: APP, children: childrenOf(replicaSet, APP).slice(1), changes: ["create Pod app-"] },
  {
    name: "a ReplicaSet is to have none",
    controller: replicaSet,
    parent: object("app", { replicas: 0, template: TEMPLATE }),
    children: childrenOf(replicaSet, APP),
    changes: ["delete app-0", "delete app-1"],
  },
  { name: "a StatefulSet is new", controller: statefulSet, parent: APP, changes: ["create Pod app-0", "create Pod app-1"] },
  { name: "a StatefulSet has all", controller: statefulSet, parent: APP, children: childrenOf(statefulSet, APP), changes: [] },
  {
    name: "a StatefulSet has lost its first pod",
    controller: statefulSet,
    parent: APP,
    children: childrenOf(statefulSet, APP).slice(1),
    changes: ["create Pod app-0"],
  },
  {
    name: "a StatefulSet has another template",
    controller: statefulSet,
    parent: CHANGED,
    children: childrenOf(statefulSet, APP),
    changes: ["delete app-0", "delete app-1"],
  },
  {
    name: "a StatefulSet counts from another number",
    controller: statefulSet,
    parent: object("app", { replicas: 1, ordinals: { start: 3 }, template: TEMPLATE }),
    changes: ["create Pod app-3"],
  },
  { name: "a DaemonSet is new", controller: daemonSet, parent: APP, changes: ["create Pod app-", "create Pod app-"] },
  { name: "a DaemonSet has all", controller: daemonSet, parent: APP, children: childrenOf(daemonSet, APP), changes: [] },
  { name: "a DaemonSet lacks one", controller: daemonSet, parent: APP, children: childrenOf(daemonSet, APP).slice(1), changes: ["create Pod app-"] },
  { name: "a Job is new", controller: job, parent: object("move", { template: TEMPLATE }), changes: ["create Pod move-"] },
  {
    name: "a Job runs in parallel",
    controller: job,
    parent: object("move", { template: TEMPLATE, parallelism: 3, completions: 2 }),
    changes: ["create Pod move-", "create Pod move-"],
  },
  { name: "a Job is suspended", controller: job, parent: object("move", { template: TEMPLATE, suspend: true }), changes: [] },
  { name: "a CronJob waits", controller: cronJob, parent: AT_NIGHT, changes: [] },
  { name: "a CronJob is due", controller: cronJob, parent: AT_NIGHT, at: "2026-01-06T03:30:00Z", changes: ["create Job report-29461170"] },
  {
    name: "a CronJob has run",
    controller: cronJob,
    parent: AT_NIGHT,
    children: [object("report-29461170", {})],
    at: "2026-01-06T08:00:00Z",
    changes: [],
  },
  {
    name: "a CronJob replaces the Job before",
    controller: cronJob,
    parent: object("report", { ...AT_NIGHT.spec, concurrencyPolicy: "Replace" }),
    children: [object("report-1", {})],
    at: "2026-01-06T03:30:00Z",
    changes: ["delete report-1", "create Job report-29461170"],
  },
  {
    name: "a CronJob waits for the Job before",
    controller: cronJob,
    parent: object("report", { ...AT_NIGHT.spec, concurrencyPolicy: "Forbid" }),
    children: [object("report-1", {})],
    at: "2026-01-06T03:30:00Z",
    changes: [],
  },
  {
    name: "a CronJob has no such schedule",
    controller: cronJob,
    parent: object("report", { schedule: "61 * * * *" }),
    changes: [expect.stringMatching(/^UnparseableSchedule: unparseable schedule: "61 \* \* \* \*" : /)],
  },
])("$name", ({ changes, ...row }) => {
  expect(decide(row).map(tell)).toEqual(changes);
});

describe("a pod", () => {
  const podOf = (controller: WorkloadController) => decide({ controller, parent: APP })[0] as { readonly object: JsonObject };

  test.each([
    { kind: "ReplicaSet", apiVersion: "apps/v1", controller: replicaSet },
    { kind: "StatefulSet", apiVersion: "apps/v1", controller: statefulSet },
    { kind: "DaemonSet", apiVersion: "apps/v1", controller: daemonSet },
    { kind: "Job", apiVersion: "batch/v1", controller: job },
  ])("of a $kind says whose it is", ({ kind, apiVersion, controller }) => {
    const owner = { apiVersion, kind, name: "app", uid: "uid of app", controller: true, blockOwnerDeletion: true };
    expect(podOf(controller).object).toMatchObject({ metadata: { namespace: "shop", labels: { app: "shop" }, ownerReferences: [owner] }, spec: TEMPLATE.spec });
  });

  test("of a StatefulSet has its name for a host name", () => {
    expect(podOf(statefulSet).object).toMatchObject({ spec: { hostname: "app-0" }, metadata: { labels: { "apps.kubernetes.io/pod-index": "0" } } });
  });
});

test.each([
  { schedule: "30 3 * * *", next: "2026-01-06T03:30:00.000Z" },
  { schedule: "@hourly", next: "2026-01-05T10:00:00.000Z" },
  { schedule: "0 0 1 * 1", next: "2026-01-12T00:00:00.000Z" },
  { schedule: "no schedule", next: null },
])("after the beginning of work on a Monday, $schedule is next at $next", ({ schedule, next }) => {
  const at = cronJob.nextLook?.(object("report", { schedule }), epochMillis(Date.parse(MADE_AT)), []) ?? null;
  expect(at === null ? null : new Date(at).toISOString()).toBe(next);
});
