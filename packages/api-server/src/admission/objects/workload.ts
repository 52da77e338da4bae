/**
 * What the API server completes in a new or changed workload, where people and controllers go on with it.
 * @see https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/apps/v1/defaults.go
 * @see https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/batch/v1/defaults.go
 * @see https://github.com/kubernetes/kubernetes/blob/master/pkg/registry/batch/job/strategy.go
 */
import type { Json, JsonObject } from "@irsa-sim/core";
import { isSame } from "../../storage/is-same.js";
import type { KubernetesObject } from "../../storage/kubernetes-object.js";
import { applyPodDefaults } from "../03-defaulting.js";
import type { Pod, PodSpec } from "../pod.js";

const GROUPS: readonly string[] = ["apps/v1", "batch/v1"];

/** Whether an object is one that controllers look after. */
export function isWorkload({ apiVersion }: KubernetesObject): boolean {
  return GROUPS.includes(String(apiVersion));
}

/**
 * A new workload as the server keeps it.
 *
 * @param makeUid makes the uid of a Job, by which its pods are selected
 */
export function completeWorkload(object: KubernetesObject, makeUid: () => string): KubernetesObject {
  const completed = withDefaults({ ...object, metadata: { ...object.metadata, generation: 1 }, status: {} });
  return object.kind === "Job" ? withSelector(completed, makeUid()) : completed;
}

/** A changed workload as the server keeps it: another generation where another thing is wanted. */
export function completeChangedWorkload(object: KubernetesObject, before: KubernetesObject): KubernetesObject {
  const completed = withDefaults(object);
  const { generation = 0 } = before.metadata;
  return { ...completed, metadata: { ...completed.metadata, generation: isSame(completed.spec ?? null, before.spec ?? null) ? generation : generation + 1 } };
}

/** Applying it again changes nothing. */
function withDefaults(object: KubernetesObject): KubernetesObject {
  const spec = (object.spec ?? {}) as JsonObject;
  switch (object.kind) {
    case "Deployment":
      return {
        ...object,
        spec: withTemplate({ ...DEPLOYMENT, ...present(spec), strategy: strategyOf(spec.strategy, { maxUnavailable: "25%", maxSurge: "25%" }) }),
      };
    case "ReplicaSet":
      return { ...object, spec: withTemplate({ replicas: 1, ...present(spec) }) };
    case "StatefulSet":
      return { ...object, spec: withTemplate({ ...STATEFUL_SET, ...present(spec), updateStrategy: strategyOf(spec.updateStrategy, { partition: 0 }) }) };
    case "DaemonSet":
      return {
        ...withTemplateGeneration(object),
        spec: withTemplate({ revisionHistoryLimit: 10, ...present(spec), updateStrategy: strategyOf(spec.updateStrategy, { maxUnavailable: 1, maxSurge: 0 }) }),
      };
    case "Job":
      return { ...object, spec: jobSpec(spec) };
    case "CronJob": {
      const { jobTemplate } = spec as { readonly jobTemplate?: JsonObject };
      const { spec: ofJob = {}, ...rest } = jobTemplate ?? {};
      return { ...object, spec: { ...CRON_JOB, ...present(spec), jobTemplate: { ...rest, spec: withTemplate(ofJob as JsonObject) } } };
    }
    default:
      return object;
  }
}

const DEPLOYMENT = { replicas: 1, revisionHistoryLimit: 10, progressDeadlineSeconds: 600 };
const STATEFUL_SET = {
  ...{ podManagementPolicy: "OrderedReady", replicas: 1, revisionHistoryLimit: 10 },
  persistentVolumeClaimRetentionPolicy: { whenDeleted: "Retain", whenScaled: "Retain" },
};
const CRON_JOB = { concurrencyPolicy: "Allow", suspend: false, successfulJobsHistoryLimit: 3, failedJobsHistoryLimit: 1 };
const JOB = { backoffLimit: 6, completionMode: "NonIndexed", suspend: false, manualSelector: false, podReplacementPolicy: "TerminatingOrFailed" };

function jobSpec(spec: JsonObject): JsonObject {
  const { completions, parallelism, podFailurePolicy } = spec;
  const counts = completions == null && parallelism == null ? { completions: 1, parallelism: 1 } : { parallelism: 1 };
  const replacement = podFailurePolicy == null ? {} : { podReplacementPolicy: "Failed" };
  return withTemplate({ ...JOB, ...replacement, ...counts, ...present(spec) });
}

function strategyOf(given: Json | undefined, rolling: JsonObject): JsonObject {
  const { type = "RollingUpdate", rollingUpdate, ...rest } = present((given ?? {}) as JsonObject);
  return { ...rest, type, ...(type === "RollingUpdate" && { rollingUpdate: { ...rolling, ...present((rollingUpdate ?? {}) as JsonObject) } }) };
}

function withTemplateGeneration(object: KubernetesObject): KubernetesObject {
  const { annotations, generation = 1 } = object.metadata;
  const own = { "deprecated.daemonset.template.generation": String(generation) };
  return { ...object, metadata: { ...object.metadata, annotations: { ...own, ...annotations } } };
}

/** The pods of a template get these members too; their service account and their links to services come later. */
function withTemplate(spec: JsonObject): JsonObject {
  const template = (spec.template ?? {}) as JsonObject;
  const { enableServiceLinks: _, ...completed } = applyPodDefaults({ metadata: { name: "" }, spec: (template.spec ?? {}) as PodSpec } as Pod).spec;
  const asked = (template.spec ?? {}) as PodSpec;
  const links = asked.enableServiceLinks === undefined ? {} : { enableServiceLinks: asked.enableServiceLinks };
  return { ...spec, template: { metadata: {}, ...template, spec: { ...completed, ...links } as unknown as Json } };
}

/** The pods of a Job are told by its uid, which it has before it is stored. */
function withSelector(job: KubernetesObject, uid: string): KubernetesObject {
  const spec = job.spec as JsonObject & { readonly manualSelector?: boolean; readonly template: { readonly metadata?: JsonObject } };
  if (spec.manualSelector === true) return job;
  const name = job.metadata.name ?? "";
  const labels = { "batch.kubernetes.io/controller-uid": uid, "batch.kubernetes.io/job-name": name, "controller-uid": uid, "job-name": name };
  const metadata = spec.template.metadata ?? {};
  const own =
    Object.keys(job.metadata.labels ?? {}).length > 0 ? job.metadata.labels : { ...(metadata.labels as Record<string, string> | undefined), ...labels };
  return {
    ...job,
    metadata: { ...job.metadata, uid, ...(own !== undefined && { labels: own }) },
    spec: {
      ...spec,
      selector: { matchLabels: { "batch.kubernetes.io/controller-uid": uid } },
      template: { ...spec.template, metadata: { ...metadata, labels: { ...(metadata.labels as JsonObject | undefined), ...labels } } },
    },
  };
}

/** What is there and says something. */
function present(object: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined && value !== null));
}
