import { REFUSALS } from "../../kubernetes-status.js";
import { resourceOf } from "../../storage/resources.js";
import { goQuoted } from "../go-quoted.js";
import { type Pod, podName } from "../pod.js";

/**
 * The RuntimeClass plugin, in a cluster that has no such classes.
 *
 * @throws {KubernetesStatus} 403 for a pod that names one
 */
export function admitRuntimeClass(pod: Pod): Pod {
  const { runtimeClassName } = pod.spec;
  if (runtimeClassName === undefined) return pod;
  throw REFUSALS.forbidden(resourceOf("Pod"), podName(pod), `pod rejected: RuntimeClass ${goQuoted(runtimeClassName)} not found`);
}
