import type { Span } from "@irsa-sim/core";
import { goQuoted } from "@irsa-sim/kubernetes-types";
import { REFUSALS } from "../../kubernetes-status.js";
import { recordRefusal } from "../../record-refusal.js";
import { resourceOf } from "../../storage/resources.js";
import { type Pod, podName } from "../pod.js";

const CHECK = { check: "admission.runtime-class", title: "runtime class exists", expected: "no runtime class", reason: "not-found" };

/**
 * The RuntimeClass plugin, in a cluster that has no such classes.
 *
 * @throws {KubernetesStatus} 403 for a pod that names one
 */
export function admitRuntimeClass(pod: Pod, span: Span): Pod {
  const { runtimeClassName } = pod.spec;
  if (runtimeClassName === undefined) return pod;
  const refusal = REFUSALS.forbidden(resourceOf("Pod"), podName(pod), `pod rejected: RuntimeClass ${goQuoted(runtimeClassName)} not found`);
  throw recordRefusal(span, CHECK, refusal);
}

/**
 * The same plugin once a pod is valid: only a class says how much a pod takes beside its containers.
 *
 * @throws {KubernetesStatus} 403
 */
export function admitOverhead(pod: Pod, span: Span): void {
  if (pod.spec.overhead === undefined) return;
  const refusal = REFUSALS.forbidden(resourceOf("Pod"), podName(pod), "pod rejected: Pod Overhead set without corresponding RuntimeClass defined Overhead");
  throw recordRefusal(span, { ...CHECK, title: "overhead is that of a runtime class", expected: "no overhead" }, refusal);
}
