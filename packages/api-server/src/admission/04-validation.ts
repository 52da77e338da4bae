/**
 * Validation of a pod as far as it goes here: names, containers, mounts, projected tokens.
 * Leaves out: everything else that Kubernetes checks.
 * @see kubernetes-tokens.md, sections 1.4 and 6.1
 */
import type { Span } from "@irsa-sim/core";
import { REFUSALS } from "../kubernetes-status.js";
import { resourceOf } from "../storage/resources.js";
import type { FieldProblem } from "./field-problem.js";
import { type Pod, podName } from "./pod.js";
import { findContainerProblems } from "./validation/find-container-problems.js";
import { findNameProblems } from "./validation/find-name-problems.js";
import { findVolumeProblems } from "./validation/find-volume-problems.js";

/** @throws {KubernetesStatus} 422 with every problem found */
export function validatePod(pod: Pod, span: Span): void {
  const problems: readonly FieldProblem[] = [...findNameProblems(pod.metadata), ...findVolumeProblems(pod.spec), ...findContainerProblems(pod.spec)];
  span.check({
    check: "admission.validation",
    title: "pod is valid",
    passed: problems.length === 0,
    expected: { value: "no problem" },
    actual: { value: problems.map(({ field, message }) => `${field}: ${message}`).join("; ") || "no problem" },
    ...(problems.length === 0 ? {} : { reason: "invalid" }),
  });
  if (problems.length > 0) throw REFUSALS.invalid(resourceOf("Pod"), podName(pod), problems);
}
