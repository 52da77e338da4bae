import { makePod, numberIn } from "../make-child.js";
import type { WorkloadController } from "../workload-controller.js";
import { JOB, POD } from "../workload-kinds.js";

/**
 * A Job has as many pods at a time as may run in parallel.
 * Leaves out: a Job's end, because a pod here says nothing of its own; and indexed completion.
 */
export const job: WorkloadController = {
  of: JOB,
  makes: POD,
  serviceAccount: "job-controller",
  decide({ parent, children }) {
    const { name, uid } = parent.metadata;
    const parallelism = numberIn(parent.spec, "parallelism", 1);
    const wanted = parent.spec?.suspend === true ? 0 : Math.min(parallelism, numberIn(parent.spec, "completions", parallelism));
    const missing = wanted - children.length;
    if (missing < 0) return children.slice(missing).map((child) => ({ kind: "delete", child }));
    const labels = {
      "batch.kubernetes.io/controller-uid": uid,
      "batch.kubernetes.io/job-name": name,
      "controller-uid": uid,
      "job-name": name,
    };
    const metadata = { generateName: `${name}-` };
    return Array.from({ length: missing }, () => ({ kind: "create", object: makePod(parent, JOB, { metadata, labels }) }));
  },
};
