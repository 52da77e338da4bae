import { makePod } from "../make-child.js";
import { countReady } from "../status/count-children.js";
import { templateHash } from "../template-hash.js";
import type { WorkloadController } from "../workload-controller.js";
import { DAEMON_SET, POD } from "../workload-kinds.js";
import type { WorkloadObject } from "../workload-object.js";

const REVISION = "controller-revision-hash";

/**
 * A DaemonSet has a pod on each node.
 * Leaves out: nodes that the template does not want, and step by step replacement.
 */
export const daemonSet: WorkloadController = {
  of: DAEMON_SET,
  makes: POD,
  serviceAccount: "daemon-set-controller",
  adopts: true,
  decide({ parent, children, nodes }) {
    const hash = templateHash(parent.spec?.template ?? {});
    const old = children.filter(({ metadata }) => metadata.labels?.[REVISION] !== hash && metadata.deletionTimestamp === undefined);
    const missing = nodes.filter((node) => !children.some((child) => nodeOf(child) === node));
    return [
      ...old.map((child) => ({ kind: "delete" as const, child })),
      ...missing.map((node) => ({ kind: "create" as const, object: podOn(node, { parent, hash }) })),
    ];
  },
  status({ parent, children, nodes }) {
    const hash = templateHash(parent.spec?.template ?? {});
    const ready = countReady(children);
    return {
      counts: {
        ...{ desiredNumberScheduled: nodes.length, currentNumberScheduled: children.length },
        updatedNumberScheduled: children.filter(({ metadata }) => metadata.labels?.[REVISION] === hash).length,
        ...{ numberReady: ready, numberAvailable: ready, numberUnavailable: Math.max(0, nodes.length - ready) },
      },
    };
  },
};

/** By the affinity, which the pod has before it is bound. */
function nodeOf({ spec }: WorkloadObject): string | undefined {
  const { affinity } = (spec ?? {}) as { readonly affinity?: ReturnType<typeof onlyOn> };
  return affinity?.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0]?.matchFields[0]?.values[0];
}

function podOn(node: string, { parent, hash }: { readonly parent: WorkloadObject; readonly hash: string }) {
  const { affinity = {}, tolerations = [] } = (parent.spec?.template?.spec ?? {}) as {
    readonly affinity?: Record<string, never>;
    readonly tolerations?: readonly Record<string, string>[];
  };
  return makePod(parent, DAEMON_SET, {
    metadata: { generateName: `${parent.metadata.name}-` },
    labels: { [REVISION]: hash, "pod-template-generation": "1" },
    spec: { affinity: { ...affinity, ...onlyOn(node) }, tolerations: [...tolerations, ...TOLERATIONS] },
  });
}

function onlyOn(node: string) {
  const term = { matchFields: [{ key: "metadata.name", operator: "In", values: [node] }] };
  return { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [term] } } };
}

/** Its pods stay on nodes that others leave. */
const TOLERATIONS = [
  ...["not-ready", "unreachable"].map((key) => ({ key: `node.kubernetes.io/${key}`, operator: "Exists", effect: "NoExecute" })),
  ...["disk-pressure", "memory-pressure", "pid-pressure", "unschedulable"].map((key) => ({
    key: `node.kubernetes.io/${key}`,
    operator: "Exists",
    effect: "NoSchedule",
  })),
];
