import type { CheckEvent } from "@irsa-sim/core";
import { type Explanation, type Symptom, since } from "./cause.js";
import type { FailureView } from "./failure-view.js";

/** Whether a check is one of EKS Pod Identity's: the agent's or EKS Auth's. */
function isOfPodIdentity({ check }: CheckEvent): boolean {
  return /^(eks-auth|pod-identity-agent)\./.test(check);
}

/** The action that a trust policy was asked for by EKS Auth; `null` for any other check. */
export function podIdentityAction({ check, details }: CheckEvent): string | null {
  return check === "eks-auth.trust-policy" ? String((details as { readonly action?: unknown } | undefined)?.action) : null;
}

/**
 * The two ways to a cause of EKS Pod Identity: its refusal is what the app was told, or the SDK kept it to itself and went on to the node's role.
 *
 * @param explain what a refusal of EKS Pod Identity means
 */
export function ofPodIdentity(explain: (symptom: Symptom) => Explanation | null) {
  return {
    explain: (symptom: Symptom): Explanation | null => (isOfPodIdentity(symptom.check) ? explain(symptom) : null),
    explainNoIdentity: (view: FailureView): Explanation | null => {
      if (view.check !== null && isOfPodIdentity(view.check)) return null;
      const check = since(view.events, view.action).findLast((event): event is CheckEvent => event.kind === "check" && !event.passed && isOfPodIdentity(event));
      return check === undefined ? null : explain({ ...view, check });
    },
  };
}
