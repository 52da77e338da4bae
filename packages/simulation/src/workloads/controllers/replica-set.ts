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
  decide({ parent, children: all }) {
    const children = all.filter(isActive);
    const missing = numberIn(parent.spec, "replicas", 1) - children.length;
    const metadata = { generateName: `${parent.metadata.name}-` };
    if (missing >= 0) return Array.from({ length: missing }, () => ({ kind: "create", object: makePod(parent, REPLICA_SET, { metadata }) }));
    return children.slice(missing).map((child) => ({ kind: "delete", child }));
  },
  status({ children: all }) {
    const children = all.filter(isActive);
    const ready = countReady(children);
    return { counts: { replicas: children.length, fullyLabeledReplicas: children.length, readyReplicas: ready, availableReplicas: ready } };
  },
};
