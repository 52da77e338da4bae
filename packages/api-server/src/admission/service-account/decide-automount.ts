/** Whether a pod gets the token for the API server, and who said not. */
export type AutomountDecision = { readonly isMounted: true } | { readonly isMounted: false; readonly says: "pod" | "service account" };

/**
 * Decides by `automountServiceAccountToken`: the pod's, else the service account's, else yes.
 *
 * @see kubernetes-tokens.md, section 7, point 4
 */
export function decideAutomount(pod: boolean | undefined, serviceAccount: boolean | undefined): AutomountDecision {
  if (pod ?? serviceAccount ?? true) return { isMounted: true };
  return { isMounted: false, says: pod === undefined ? "service account" : "pod" };
}
