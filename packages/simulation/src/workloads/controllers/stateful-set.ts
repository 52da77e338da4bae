import { makePod, numberIn } from "../make-child.js";
import { countReady } from "../status/count-children.js";
import { templateHash } from "../template-hash.js";
import type { WorkloadController } from "../workload-controller.js";
import { POD, STATEFUL_SET } from "../workload-kinds.js";

const REVISION = "controller-revision-hash";

/**
 * A StatefulSet has pods with numbers for names, and makes one anew under its name when the template has changed.
 * Differs from the real controller, which waits until a pod is ready before it makes the next one: here all are made at once, in order.
 * Leaves out: the claims of volumes that it makes for each pod.
 */
export const statefulSet: WorkloadController = {
  of: STATEFUL_SET,
  makes: POD,
  serviceAccount: "statefulset-controller",
  adopts: true,
  decide({ parent, children }) {
    const { name } = parent.metadata;
    const { template = {}, serviceName = "" } = parent.spec ?? {};
    const first = numberIn({ ...(parent.spec?.ordinals as { readonly start?: number } | undefined) }, "start", 0);
    const revision = `${name}-${templateHash(template)}`;
    const ordinals = Array.from({ length: numberIn(parent.spec, "replicas", 1) }, (_, index) => first + index);
    const wanted = new Set(ordinals.map((ordinal) => `${name}-${ordinal}`));
    const isRight = (child: (typeof children)[number]): boolean => wanted.has(child.metadata.name) && child.metadata.labels?.[REVISION] === revision;
    const wrong = children.filter((child) => !isRight(child) && child.metadata.deletionTimestamp === undefined);
    // A name is free again only once its pod is gone.
    const missing = ordinals.filter((ordinal) => !children.some(({ metadata }) => metadata.name === `${name}-${ordinal}`));
    return [
      ...wrong.map((child) => ({ kind: "delete" as const, child })),
      ...missing.map((ordinal) => ({
        kind: "create" as const,
        object: makePod(parent, STATEFUL_SET, {
          metadata: { name: `${name}-${ordinal}`, generateName: `${name}-` },
          labels: { [REVISION]: revision, "apps.kubernetes.io/pod-index": String(ordinal), "statefulset.kubernetes.io/pod-name": `${name}-${ordinal}` },
          spec: { hostname: `${name}-${ordinal}`, subdomain: serviceName },
        }),
      })),
    ];
  },
  status({ parent, children }) {
    const revision = `${parent.metadata.name}-${templateHash(parent.spec?.template ?? {})}`;
    const updated = children.filter(({ metadata }) => metadata.labels?.[REVISION] === revision).length;
    const ready = countReady(children);
    return {
      members: { currentRevision: revision, updateRevision: revision },
      counts: { replicas: children.length, readyReplicas: ready, availableReplicas: ready, currentReplicas: updated, updatedReplicas: updated },
    };
  },
};
