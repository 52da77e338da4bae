import type { Span } from "@irsa-sim/core";
import { nodeNameOf, type User } from "../../access/user.js";
import { type KubernetesStatus, REFUSALS } from "../../kubernetes-status.js";
import type { ObjectStore } from "../../storage/object-store.js";
import { resourceOf } from "../../storage/resources.js";
import type { PodSpec } from "../pod.js";
import { type BoundPod, decideNodeRestriction, type NodeRestriction, type TokenRequestAttributes } from "./decide-node-restriction.js";

/**
 * Validating admission of a TokenRequest: NodeRestriction for kubelets; others pass.
 *
 * @throws {KubernetesStatus} 403, or 404 for a pod that is not there
 * @see kubernetes-tokens.md, sections 1.3 and 1.9
 */
export function admitTokenRequest(store: ObjectStore, user: User, request: TokenRequestAttributes, span: Span): void {
  const node = nodeNameOf(user);
  if (node === null) return;
  const restriction = decideNodeRestriction(node, request, findPod(store, request));
  const refusal = toRefusal(restriction, request);
  span.check({
    check: "admission.node-restriction",
    title: "kubelet asks for a pod of its node",
    passed: refusal === null,
    expected: { value: `a pod of ${node} that asks for this audience` },
    actual: { value: refusal === null ? `Pod ${request.namespace}/${request.boundObjectRef?.name}` : refusal.message },
    ...(refusal === null ? {} : { reason: refusal.reason }),
  });
  if (refusal !== null) throw refusal;
}

function findPod(store: ObjectStore, { namespace, boundObjectRef }: TokenRequestAttributes): BoundPod | null {
  const pod = store.read(resourceOf("Pod"), namespace, boundObjectRef?.name ?? "");
  return pod === null ? null : { uid: pod.metadata.uid, spec: pod.spec as PodSpec };
}

function toRefusal(restriction: NodeRestriction, { name, boundObjectRef }: TokenRequestAttributes): KubernetesStatus | null {
  if (restriction === "allowed") return null;
  if (restriction === "pod-missing") return REFUSALS.podNotFound(boundObjectRef?.name ?? "");
  return REFUSALS.forbidden(resourceOf("ServiceAccount"), name, restriction.why);
}
