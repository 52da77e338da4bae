import { makePod, numberIn } from "../make-child.js";
import { countReady } from "../status/count-children.js";
import type { WorkloadController } from "../workload-controller.js";
import { POD, REPLICA_SET } from "../workload-kinds.js";
import { isActive } from "../workload-object.js";

/** A ReplicaSet has so many pods, whose names end in chance. */
export const replicaSet: WorkloadController = {
  of: REPLICA_SET,
  makes: POD,
  serviceAccount: "replicaset-controller",
  adopts: true,
  decide({ parent, children: all }) {
    const children = all.filter(isActive);
    const missing = numberIn(parent.spec, "replicas", 1) - children.length;
    const metadata = { generateName: `${parent.metadata.name}-` };
    if (missing >= 0) return Array.from({ length: missing }, () => ({ kind: "create", object: makePod(parent, REPLICA_SET, { metadata }) }));
    return children.slice(missing).map((child) => ({ kind: "delete", child }));
  },
  status({ children: all, failure }) {
    const children = all.filter(isActive);
    const ready = countReady(children);
    const terminating = all.filter(({ metadata }) => metadata.deletionTimestamp !== undefined).length;
    return {
      counts: {
        replicas: children.length,
        fullyLabeledReplicas: children.length,
        readyReplicas: ready,
        availableReplicas: ready,
        terminatingReplicas: terminating,
      },
      conditions: failure === null ? [] : [{ type: "ReplicaFailure", status: "True", reason: "FailedCreate", message: failure }],
    };
  },
};
