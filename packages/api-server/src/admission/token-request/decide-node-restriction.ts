/**
 * What a kubelet may ask a token for, as a pure rule.
 * Leaves out: audiences of CSI drivers, and the verb `request-serviceaccounts-token-audience`.
 * @see kubernetes-tokens.md, section 1.9
 */
import type { PodSpec } from "../pod.js";

/** What is asked for, before defaults. */
export interface AskedTokenSpec {
  readonly boundObjectRef?: { readonly kind?: string; readonly apiVersion?: string; readonly name?: string; readonly uid?: string } | null;
  /** Empty for the API server's own. */
  readonly audiences?: readonly string[] | null;
}

/** The pod of that name, as it is stored. */
export interface BoundPod {
  readonly uid: string;
  readonly spec: PodSpec;
}

/** Why not: Kubernetes' words for a 403, or that the pod is not there, which is a 404. */
export type NodeRestriction = "allowed" | "pod-missing" | { readonly why: string };

/** Decides for the kubelet of a node; `pod` is the bound one, `null` where there is none. */
export function decideNodeRestriction(node: string, { boundObjectRef: ref, audiences }: AskedTokenSpec, pod: BoundPod | null): NodeRestriction {
  if (ref?.apiVersion !== "v1" || ref.kind !== "Pod" || !ref.name) return { why: "node requested token not bound to a pod" };
  if (!ref.uid) return { why: "node requested token with a pod binding without a uid" };
  if (pod === null) return "pod-missing";
  if (ref.uid !== pod.uid) {
    return {
      why: `the UID in the bound object reference (${ref.uid}) does not match the UID in record. The object might have been deleted and then recreated`,
    };
  }
  if (pod.spec.nodeName !== node) return { why: "node requested token bound to a pod scheduled on a different node" };
  return decideAudience(node, audiences ?? [], pod.spec);
}

function decideAudience(node: string, [audience = "", second]: readonly string[], { volumes }: PodSpec): NodeRestriction {
  if (second !== undefined) return { why: "node may only request 0 or 1 audiences" };
  const isNamed = (volumes ?? []).some(({ projected }) =>
    projected?.sources?.some(({ serviceAccountToken: token }) => token && (token.audience ?? "") === audience),
  );
  if (isNamed) return "allowed";
  return { why: `audience "${audience}" not found in pod spec volume, system:node:${node} is not authorized to request tokens for this audience` };
}
