/**
 * How a Deployment numbers the templates that it had: by annotations of its ReplicaSets, which `kubectl rollout history` and `undo` read.
 * @see https://github.com/kubernetes/kubernetes/blob/master/pkg/controller/deployment/util/deployment_util.go
 */
import type { WorkloadChange } from "../workload-controller.js";
import type { PodTemplate, WorkloadObject } from "../workload-object.js";

/** The annotation with the number. */
const REVISION = "deployment.kubernetes.io/revision";
const HISTORY = "deployment.kubernetes.io/revision-history";
const DESIRED = "deployment.kubernetes.io/desired-replicas";
const MAXIMUM = "deployment.kubernetes.io/max-replicas";
/** What a Deployment does not hand on to its ReplicaSets. */
const OWN = ["kubectl.kubernetes.io/last-applied-configuration", REVISION, HISTORY, DESIRED, MAXIMUM, "deprecated.deployment.rollback.to"];

/** The number of a ReplicaSet's template; 0 for one without. */
function revisionOf({ metadata }: WorkloadObject): number {
  return Number(metadata.annotations?.[REVISION] ?? 0);
}

/** The annotations of a new ReplicaSet. */
export function annotationsFor(parent: WorkloadObject, children: readonly WorkloadObject[], replicas: number): Readonly<Record<string, string>> {
  const own = Object.entries(parent.metadata.annotations ?? {}).filter(([name]) => !OWN.includes(name));
  return {
    ...Object.fromEntries(own),
    [DESIRED]: String(replicas),
    [MAXIMUM]: String(replicas + surgeOf(parent, replicas)),
    [REVISION]: String(Math.max(0, ...children.map(revisionOf)) + 1),
  };
}

/** What is to be written so that the template of the present has the highest number, and the Deployment says which that is. */
export function numberRevisions(parent: WorkloadObject, present: WorkloadObject, others: readonly WorkloadObject[]): readonly WorkloadChange[] {
  const highest = Math.max(0, ...others.map(revisionOf));
  const had = revisionOf(present);
  const now = had > highest ? had : highest + 1;
  const history = present.metadata.annotations?.[HISTORY];
  const renumbered = { [REVISION]: String(now), ...(had > 0 && { [HISTORY]: history === undefined ? String(had) : `${history},${had}` }) };
  return [
    ...(now === had ? [] : [annotate(present, renumbered, "child")]),
    ...(parent.metadata.annotations?.[REVISION] === String(now) ? [] : [annotate(parent, { [REVISION]: String(now) }, "parent")]),
  ];
}

/** Those that are more than a Deployment keeps of templates that it had. */
export function outlived(parent: WorkloadObject, old: readonly WorkloadObject[]): readonly WorkloadObject[] {
  const kept = Number(parent.spec?.revisionHistoryLimit ?? 10);
  const idle = old.filter(({ spec, status }) => spec?.replicas === 0 && Number(status?.replicas ?? 0) === 0);
  const byAge = [...idle].sort((a, b) => revisionOf(a) - revisionOf(b));
  return byAge.slice(0, Math.max(0, byAge.length - kept));
}

/** Whether two templates are the same but for the label that tells ReplicaSets apart. */
export function isSameTemplate(a: PodTemplate, b: PodTemplate): boolean {
  return canonical(withoutHash(a)) === canonical(withoutHash(b));
}

function withoutHash({ metadata = {}, ...template }: PodTemplate): PodTemplate {
  const { "pod-template-hash": _, ...labels } = metadata.labels ?? {};
  return { ...template, metadata: { ...metadata, labels } };
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, member: unknown) =>
    typeof member === "object" && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  );
}

function annotate(object: WorkloadObject, annotations: Readonly<Record<string, string>>, of: "child" | "parent"): WorkloadChange {
  return { kind: "patch", of, object, patch: { metadata: { annotations } }, title: "numbers" };
}

/** How many pods more than wanted there may be for a while. */
function surgeOf({ spec }: WorkloadObject, replicas: number): number {
  const { rollingUpdate } = (spec?.strategy ?? {}) as { readonly rollingUpdate?: { readonly maxSurge?: number | string } };
  const { maxSurge = 0 } = rollingUpdate ?? {};
  return typeof maxSurge === "number" ? maxSurge : Math.ceil((Number.parseInt(maxSurge, 10) / 100) * replicas);
}
