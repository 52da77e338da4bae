import { belongingTo, numberIn } from "../make-child.js";
import { sumOf } from "../status/count-children.js";
import type { WorkloadCondition } from "../status/decide-status-patch.js";
import { templateHash } from "../template-hash.js";
import type { WorkloadController } from "../workload-controller.js";
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
  decide({ parent, children }) {
    const { template = {} } = parent.spec ?? {};
    const hash = templateHash(template);
    const replicas = numberIn(parent.spec, "replicas", 1);
    const present = children.find(({ metadata }) => metadata.labels?.[HASH] === hash);
    const old = children.filter((child) => child !== present && child.spec?.replicas !== 0);
    return [
      ...(present === undefined ? [{ kind: "create" as const, object: replicaSetOf(parent, { hash, replicas }) }] : []),
      ...(present === undefined || present.spec?.replicas === replicas ? [] : [{ kind: "scale" as const, child: present, replicas }]),
      ...old.map((child) => ({ kind: "scale" as const, child, replicas: 0 })),
    ];
  },
  status({ parent, children }) {
    const hash = templateHash(parent.spec?.template ?? {});
    const present = children.filter(({ metadata }) => metadata.labels?.[HASH] === hash);
    const wanted = numberIn(parent.spec, "replicas", 1);
    const counts = {
      replicas: sumOf(children, "replicas"),
      updatedReplicas: sumOf(present, "replicas"),
      readyReplicas: sumOf(children, "readyReplicas"),
      availableReplicas: sumOf(children, "availableReplicas"),
    };
    const isDone = counts.updatedReplicas === wanted && counts.replicas === wanted && counts.availableReplicas === wanted;
    const unavailable = Math.max(0, wanted - counts.availableReplicas);
    return {
      counts: { ...counts, unavailableReplicas: unavailable },
      conditions: [unavailable === 0 ? AVAILABLE : UNAVAILABLE, ...present.map(({ metadata }) => progressOf(metadata.name, isDone))],
    };
  },
};

const AVAILABLE: WorkloadCondition = {
  type: "Available",
  status: "True",
  reason: "MinimumReplicasAvailable",
  message: "Deployment has minimum availability.",
};
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

function replicaSetOf(parent: WorkloadObject, { hash, replicas }: { readonly hash: string; readonly replicas: number }) {
  const { template = {}, selector = {} } = parent.spec ?? {};
  const labels = { ...template.metadata?.labels, [HASH]: hash };
  const { matchLabels, ...expressions } = { matchLabels: {}, ...(selector as { readonly matchLabels?: Record<string, string> }) };
  return {
    ...{ kind: REPLICA_SET.kind, apiVersion: REPLICA_SET.apiVersion },
    metadata: { name: `${parent.metadata.name}-${hash}`, labels, ...belongingTo(parent, DEPLOYMENT) },
    spec: {
      replicas,
      selector: { ...expressions, matchLabels: { ...matchLabels, [HASH]: hash } },
      template: { ...template, metadata: { ...template.metadata, labels } },
    },
  };
}
