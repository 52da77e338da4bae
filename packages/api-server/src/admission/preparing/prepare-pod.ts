import type { Pod } from "../pod.js";
import { applyAppArmor } from "./apply-app-armor.js";
import { applyLabelKeys } from "./apply-label-keys.js";
import { dropDisabled } from "./drop-disabled.js";
import { qosClassOf } from "./qos-class.js";

const GATED = { type: "PodScheduled", status: "False", reason: "SchedulingGated", message: "Scheduling is blocked due to non-empty scheduling gates" };

/** When a pod is made, and who is told of it. */
export interface Preparation {
  /** RFC 3339. */
  readonly now: string;
  readonly warn: (text: string) => void;
}

/**
 * A new pod as the server keeps it: what is not the caller's to say is said by the server.
 *
 * @see https://pkg.go.dev/k8s.io/kubernetes/pkg/registry/core/pod
 */
export function preparePod(pod: Pod, { now, warn }: Preparation): Pod {
  const { schedulingGates = [] } = pod.spec;
  const status = {
    phase: "Pending",
    ...(schedulingGates.length > 0 && { conditions: [{ ...GATED, lastTransitionTime: now }] }),
    qosClass: qosClassOf(pod.spec),
  };
  const spec = applyLabelKeys(dropDisabled(pod.spec), pod.metadata.labels ?? {});
  return applyAppArmor({ ...pod, metadata: { ...pod.metadata, generation: 1 }, spec, status }, warn);
}
