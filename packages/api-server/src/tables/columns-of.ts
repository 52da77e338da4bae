/**
 * The columns of each kind's table, as kubectl shows them.
 * @see https://pkg.go.dev/k8s.io/kubernetes/pkg/printers/internalversion
 */

import { AGE, type Column, count, listAt, NAME, numberAt, since, sizeAt, type TableObject, text, textAt, valueAt, wide } from "./column.js";
import { EVENT_COLUMNS } from "./event-columns.js";
import { formatLabels, formatSelector } from "./format-labels.js";
import { humanDuration } from "./human-duration.js";
import { POD_COLUMNS } from "./pod-columns.js";

/** One, where nobody has said how many. */
const wanted = (object: TableObject): number => (valueAt(object, "spec.replicas") === undefined ? 1 : numberAt(object, "spec.replicas"));
const ready = text("Ready", (object) => `${numberAt(object, "status.readyReplicas")}/${wanted(object)}`);

/** What a template runs, for those who have room. */
function running(template = "spec.template"): readonly Column[] {
  const joined = (member: string) => (object: TableObject) =>
    listAt(object, `${template}.spec.containers`)
      .map((container) => textAt(container, member))
      .join(",");
  return [wide(text("Containers", joined("name"))), wide(text("Images", joined("image")))];
}

const selector = (path = "spec.selector"): Column => wide(text("Selector", (object) => formatSelector(valueAt(object, path))));

const subjects = (name: string, kind: string): Column =>
  wide(
    text(name, (object) =>
      listAt(object, "subjects")
        .filter((subject) => subject.kind === kind)
        .map(({ namespace, name: who }) => (kind === "ServiceAccount" ? `${namespace}/${who}` : String(who)))
        .join(", "),
    ),
  );

const BINDING = [
  NAME,
  text("Role", (object) => `${textAt(object, "roleRef.kind")}/${textAt(object, "roleRef.name")}`),
  AGE,
  subjects("Users", "User"),
  subjects("Groups", "Group"),
  subjects("ServiceAccounts", "ServiceAccount"),
];

const COLUMNS: Readonly<Record<string, readonly Column[]>> = {
  Pod: POD_COLUMNS,
  Event: EVENT_COLUMNS,
  ServiceAccount: [NAME, AGE],
  Namespace: [NAME, text("Status", (namespace) => textAt(namespace, "status.phase")), AGE],
  ConfigMap: [NAME, text("Data", (configMap) => sizeAt(configMap, "data") + sizeAt(configMap, "binaryData")), AGE],
  Secret: [NAME, text("Type", ({ type }) => String(type)), text("Data", (secret) => sizeAt(secret, "data")), AGE],
  Node: [
    NAME,
    text("Status", nodeStatus),
    text("Roles", ({ metadata }) => nodeRoles(metadata.labels ?? {}) || "<none>"),
    AGE,
    text("Version", (node) => textAt(node, "status.nodeInfo.kubeletVersion")),
  ],
  Deployment: [
    NAME,
    ready,
    text("Up-to-date", (object) => numberAt(object, "status.updatedReplicas")),
    text("Available", (object) => numberAt(object, "status.availableReplicas")),
    AGE,
    ...running(),
    selector(),
  ],
  ReplicaSet: [
    NAME,
    count("Desired", wanted),
    count("Current", (object) => numberAt(object, "status.replicas")),
    count("Ready", (object) => numberAt(object, "status.readyReplicas")),
    AGE,
    ...running(),
    selector(),
  ],
  StatefulSet: [NAME, ready, AGE, ...running()],
  DaemonSet: [
    NAME,
    count("Desired", (object) => numberAt(object, "status.desiredNumberScheduled")),
    count("Current", (object) => numberAt(object, "status.currentNumberScheduled")),
    count("Ready", (object) => numberAt(object, "status.numberReady")),
    count("Up-to-date", (object) => numberAt(object, "status.updatedNumberScheduled")),
    count("Available", (object) => numberAt(object, "status.numberAvailable")),
    text("Node Selector", (object) => formatLabels(valueAt(object, "spec.template.spec.nodeSelector"))),
    AGE,
    ...running(),
    selector(),
  ],
  Job: [NAME, text("Status", jobStatus), text("Completions", completions), text("Duration", jobDuration), AGE, ...running(), selector()],
  CronJob: [
    NAME,
    text("Schedule", (object) => textAt(object, "spec.schedule")),
    text("Timezone", (object) => textAt(object, "spec.timeZone") || "<none>"),
    { name: "Suspend", type: "boolean", cell: (object) => (valueAt(object, "spec.suspend") === true ? "True" : "False") },
    count("Active", (object) => listAt(object, "status.active").length),
    text("Last Schedule", (object, now) =>
      textAt(object, "status.lastScheduleTime") === "" ? "<none>" : since(textAt(object, "status.lastScheduleTime"), now),
    ),
    AGE,
    ...running("spec.jobTemplate.spec.template"),
    selector("spec.jobTemplate.spec.selector"),
  ],
  RoleBinding: BINDING,
  ClusterRoleBinding: BINDING,
  MutatingWebhookConfiguration: [NAME, count("Webhooks", (object) => listAt(object, "webhooks").length), AGE],
};

/** Of kinds that have no columns of their own. */
const OTHERS: readonly Column[] = [NAME, { ...text("Created At", ({ metadata }) => metadata.creationTimestamp ?? "") }];

/** The columns of a kind. */
export function columnsOf(kind: string): readonly Column[] {
  return COLUMNS[kind] ?? OTHERS;
}

function nodeStatus(node: TableObject): string {
  const condition = listAt(node, "status.conditions").find(({ type }) => type === "Ready");
  const status = condition === undefined ? "Unknown" : condition.status === "True" ? "Ready" : "NotReady";
  return valueAt(node, "spec.unschedulable") === true ? `${status},SchedulingDisabled` : status;
}

function nodeRoles(labels: Readonly<Record<string, string>>): string {
  const prefix = "node-role.kubernetes.io/";
  const roles = Object.keys(labels).flatMap((key) => (key.startsWith(prefix) && key !== prefix ? [key.slice(prefix.length)] : []));
  return roles.sort().join(",");
}

function jobStatus(job: TableObject): string {
  const isSo = (wanted: string): boolean => listAt(job, "status.conditions").some(({ type, status }) => type === wanted && status === "True");
  if (isSo("Complete")) return "Complete";
  if (isSo("Failed")) return "Failed";
  return isSo("Suspended") ? "Suspended" : "Running";
}

function completions(job: TableObject): string {
  const wanted = valueAt(job, "spec.completions");
  const succeeded = numberAt(job, "status.succeeded");
  if (typeof wanted === "number") return `${succeeded}/${wanted}`;
  const parallelism = numberAt(job, "spec.parallelism");
  return parallelism > 1 ? `${succeeded}/1 of ${parallelism}` : `${succeeded}/1`;
}

function jobDuration(job: TableObject, now: number): string {
  const [start, end] = [textAt(job, "status.startTime"), textAt(job, "status.completionTime")];
  if (start === "") return "";
  return humanDuration((end === "" ? now : Date.parse(end)) - Date.parse(start));
}
