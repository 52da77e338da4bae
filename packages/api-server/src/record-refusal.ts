import type { Span } from "@irsa-sim/core";
import type { KubernetesStatus } from "./kubernetes-status.js";

/** What was checked, in the words of a view. */
export interface RefusedCheck {
  /** `admission.priority`. */
  readonly check: string;
  /** What should have been the case. */
  readonly title: string;
  readonly expected: string;
  readonly reason: string;
}

/**
 * Records what a request is refused for, where only a refusal is worth telling.
 *
 * @returns the refusal, to be thrown
 */
export function recordRefusal(span: Span, { check, title, expected, reason }: RefusedCheck, status: KubernetesStatus): KubernetesStatus {
  span.check({ check, title, passed: false, expected: { value: expected }, actual: { value: status.message }, reason });
  return status;
}
