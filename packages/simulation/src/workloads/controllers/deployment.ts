import { belongingTo, numberIn } from "../make-child.js";
import { annotationsFor, isSameTemplate, numberRevisions, outlived } from "../revisions/revisions.js";
import { sumOf } from "../status/count-children.js";
import type { WorkloadCondition } from "../status/decide-status-patch.js";
import { templateHash } from "../template-hash.js";
import type { WorkloadChange, WorkloadController } from "../workload-controller.js";
import { DEPLOYMENT, REPLICA_SET } from "../workload-kinds.js";
import type { WorkloadObject } from "../workload-object.js";

const HASH = "pod-template-hash";

/**
 * A Deployment has one ReplicaSet for each template that it ever had; that of the present one has all replicas.
 * Differs from the real controller, which moves the replicas over step by step: here all at once, and it counts as available when all are.
 */
export const deployment: WorkloadController = {
  of: DEPLOYMENT,
  makes: REPLICA_SET,
  serviceAccount: "deployment-controller",
  adopts: true,
  decide({ parent, children, isLive }) {
    const { template = {} } = parent.spec ?? {};
    const hash = templateHash(template);
    const replicas = numberIn(parent.spec, "replicas", 1);
    const present = presentOf(parent, children);
    const old = children.filter((child) => child !== present && child.spec?.replicas !== 0);
    if (present === undefined && parent.spec?.paused === true) return old.length === 1 ? scaled(old, replicas) : [];
    const annotations = isLive ? annotationsFor(parent, children, replicas) : undefined;
    const idle = isLive
      ? outlived(
          parent,
          children.filter((child) => child !== present),
        )
      : [];
    return [
      ...(present === undefined ? [{ kind: "create" as const, object: replicaSetOf(parent, { hash, replicas, annotations }) }] : []),
      ...(present === undefined ? [] : scaled([present], replicas)),
      ...(parent.spec?.paused === true ? [] : scaled(old, 0)),
      ...(present === undefined || !isLive
        ? []
        : numberRevisions(
            parent,
            present,
            children.filter((child) => child !== present),
          )),
      ...idle.map((child) => ({ kind: "delete" as const, child })),
    ];
  },
  status({ parent, children }) {
    const current = presentOf(parent, children);
    const present = current === undefined ? [] : [current];
    const wanted = numberIn(parent.spec, "replicas", 1);
    const counts = {
      replicas: sumOf(children, "replicas"),
      updatedReplicas: sumOf(present, "replicas"),
      readyReplicas: sumOf(children, "readyReplicas"),
      availableReplicas: sumOf(children, "availableReplicas"),
    };
    const isDone = counts.updatedReplicas === wanted && counts.replicas === wanted && counts.availableReplicas === wanted;
    const unavailable = Math.max(0, wanted - counts.availableReplicas);
    const isPaused = parent.spec?.paused === true;
    const failed = children.flatMap(({ status }) =>
      ((status?.conditions ?? []) as unknown as readonly WorkloadCondition[]).filter(({ type }) => type === FAILURE),
    );
    return {
      counts: { ...counts, unavailableReplicas: unavailable },
      conditionTime: "lastUpdateTime",
      conditions: [
        unavailable === 0 ? AVAILABLE : UNAVAILABLE,
        ...(isPaused ? [PAUSED] : present.map(({ metadata }) => progressOf(metadata.name, isDone))),
        ...failed.slice(0, 1).map(({ type, status, reason, message }) => ({ type, status, reason, message })),
      ],
    };
  },
};

const AVAILABLE: WorkloadCondition = {
  type: "Available",
  status: "True",
  reason: "MinimumReplicasAvailable",
  message: "Deployment has minimum availability.",
};
const FAILURE = "ReplicaFailure";
const PAUSED: WorkloadCondition = { type: "Progressing", status: "Unknown", reason: "DeploymentPaused", message: "Deployment is paused" };
const UNAVAILABLE: WorkloadCondition = {
  type: "Available",
  status: "False",
  reason: "MinimumReplicasUnavailable",
  message: "Deployment does not have minimum availability.",
};

function progressOf(replicaSet: string, isDone: boolean): WorkloadCondition {
  return isDone
    ? { type: "Progressing", status: "True", reason: "NewReplicaSetAvailable", message: `ReplicaSet "${replicaSet}" has successfully progressed.` }
    : { type: "Progressing", status: "True", reason: "ReplicaSetUpdated", message: `ReplicaSet "${replicaSet}" is progressing.` };
}

/** The ReplicaSet of the template as it is. */
function presentOf({ spec }: WorkloadObject, children: readonly WorkloadObject[]): WorkloadObject | undefined {
  const { template = {} } = spec ?? {};
  const hash = templateHash(template);
  return children.find(({ metadata }) => metadata.labels?.[HASH] === hash) ?? children.find((child) => isSameTemplate(child.spec?.template ?? {}, template));
}

function scaled(children: readonly WorkloadObject[], replicas: number): readonly WorkloadChange[] {
  return children.filter(({ spec }) => spec?.replicas !== replicas).map((child) => ({ kind: "scale", child, replicas }));
}

interface NewReplicaSet {
  readonly hash: string;
  readonly replicas: number;
  readonly annotations: Readonly<Record<string, string>> | undefined;
}

function replicaSetOf(parent: WorkloadObject, { hash, replicas, annotations }: NewReplicaSet) {
  const { template = {}, selector = {} } = parent.spec ?? {};
  const labels = { ...template.metadata?.labels, [HASH]: hash };
  const { matchLabels, ...expressions } = { matchLabels: {}, ...(selector as { readonly matchLabels?: Record<string, string> }) };
  return {
    ...{ kind: REPLICA_SET.kind, apiVersion: REPLICA_SET.apiVersion },
    metadata: { name: `${parent.metadata.name}-${hash}`, labels, ...(annotations !== undefined && { annotations }), ...belongingTo(parent, DEPLOYMENT) },
    spec: {
      replicas,
      selector: { ...expressions, matchLabels: { ...matchLabels, [HASH]: hash } },
      template: { ...template, metadata: { ...template.metadata, labels } },
    },
  };
}
