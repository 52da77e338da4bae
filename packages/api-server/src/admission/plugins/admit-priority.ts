import type { Span } from "@irsa-sim/core";
import { REFUSALS } from "../../kubernetes-status.js";
import { recordRefusal } from "../../record-refusal.js";
import { resourceOf } from "../../storage/resources.js";
import { type Pod, podName } from "../pod.js";

/** The classes that every cluster has; others cannot be made here. */
const CLASSES: Readonly<Record<string, number>> = { "system-cluster-critical": 2_000_000_000, "system-node-critical": 2_000_001_000 };

const CHECK = { check: "admission.priority", title: "priority is that of its class", expected: "a class that there is, and its priority", reason: "forbidden" };

/**
 * The Priority plugin: a pod's priority is its class's.
 *
 * @throws {KubernetesStatus} 403 for an unknown class, or a priority that is not its class's
 */
export function admitPriority(pod: Pod, span: Span): Pod {
  const { priorityClassName = "", priority: asked, preemptionPolicy: policy } = pod.spec;
  const refuse = (why: string) => recordRefusal(span, CHECK, REFUSALS.forbidden(resourceOf("Pod"), podName(pod), why));
  const priority = priorityClassName === "" ? 0 : CLASSES[priorityClassName];
  if (priority === undefined) throw refuse(`no PriorityClass with name ${priorityClassName} was found`);
  if (asked !== undefined && asked !== priority) {
    const computed = `priority admission controller computed ${priority} from the given PriorityClass name`;
    throw refuse(`the integer value of priority (${asked}) must not be provided in pod spec; ${computed}`);
  }
  if (policy !== undefined && policy !== "PreemptLowerPriority") {
    const computed = "priority admission controller computed PreemptLowerPriority from the given PriorityClass name";
    throw refuse(`the string value of PreemptionPolicy (${policy}) must not be provided in pod spec; ${computed}`);
  }
  return { ...pod, spec: { ...pod.spec, priority, preemptionPolicy: "PreemptLowerPriority" } };
}
