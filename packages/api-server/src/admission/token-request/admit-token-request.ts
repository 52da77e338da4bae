import type { Span } from "@irsa-sim/core";
import { nodeNameOf, type User } from "../../access/user.js";
import { type KubernetesStatus, REFUSALS } from "../../kubernetes-status.js";
import type { AskedToken } from "../../routes/answer-options.js";
import type { ObjectStore } from "../../storage/object-store.js";
import { resourceOf } from "../../storage/resources.js";
import type { PodSpec } from "../pod.js";
import { type AskedTokenSpec, type BoundPod, decideNodeRestriction, type NodeRestriction } from "./decide-node-restriction.js";

/**
 * Admission of a TokenRequest: NodeRestriction for kubelets; others pass. It comes before what is asked for is validated.
 *
 * @throws {KubernetesStatus} 403, or 404 for a pod that is not there
 * @see kubernetes-tokens.md, sections 1.3 and 1.9
 */
export function admitTokenRequest(store: ObjectStore, user: User, { namespace, name, tokenRequest }: AskedToken, span: Span): void {
  const node = nodeNameOf(user);
  if (node === null) return;
  const { spec = {} } = tokenRequest as { readonly spec?: AskedTokenSpec };
  const podName = spec.boundObjectRef?.name ?? "";
  const restriction = decideNodeRestriction(node, spec, findPod(store, namespace, podName));
  const refusal = toRefusal(restriction, { name, podName });
  span.check({
    check: "admission.node-restriction",
    title: "kubelet asks for a pod of its node",
    passed: refusal === null,
    expected: { value: `a pod of ${node} that asks for this audience` },
    actual: { value: refusal === null ? `Pod ${namespace}/${podName}` : refusal.message },
    ...(refusal === null ? {} : { reason: refusal.reason }),
  });
  if (refusal !== null) throw refusal;
}

function findPod(store: ObjectStore, namespace: string, name: string): BoundPod | null {
  const pod = store.read(resourceOf("Pod"), namespace, name);
  return pod === null ? null : { uid: pod.metadata.uid, spec: pod.spec as PodSpec };
}

function toRefusal(restriction: NodeRestriction, { name, podName }: { readonly name: string; readonly podName: string }): KubernetesStatus | null {
  if (restriction === "allowed") return null;
  if (restriction === "pod-missing") return REFUSALS.podNotFound(podName);
  return REFUSALS.forbidden(resourceOf("ServiceAccount"), name, restriction.why);
}
