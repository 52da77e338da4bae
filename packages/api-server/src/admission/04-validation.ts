/**
 * Validation of a pod as it would be stored.
 * @see kubernetes-tokens.md, sections 1.4 and 6.1
 */
import type { Span } from "@irsa-sim/core";
import { REFUSALS } from "../kubernetes-status.js";
import { resourceOf } from "../storage/resources.js";
import type { FieldProblem } from "./field-problem.js";
import type { Pod } from "./pod.js";
import { type ClusterPolicy, findPodProblems } from "./validation/find-pod-problems.js";

/** @throws {KubernetesStatus} 422 with every problem found */
export function validatePod(pod: Pod, policy: ClusterPolicy, span: Span): void {
  const problems: readonly FieldProblem[] = [...findPodProblems(pod, policy)];
  span.check({
    check: "admission.validation",
    title: "pod is valid",
    passed: problems.length === 0,
    expected: { value: "no problem" },
    actual: { value: problems.map(({ field, message }) => `${field}: ${message}`).join("; ") || "no problem" },
    ...(problems.length === 0 ? {} : { reason: "invalid" }),
  });
  if (problems.length > 0) throw REFUSALS.invalid(resourceOf("Pod"), pod.metadata.name ?? "", problems);
}
