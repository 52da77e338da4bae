/**
 * The ServiceAccount admission plugin: fills the name in and demands that the account exists.
 *
 * Differs from the plugin: the `kube-api-access-…` volume is not added yet, and image pull secrets are not copied.
 * @see kubernetes-tokens.md, section 7
 */
import type { Span } from "@irsa-sim/core";
import { REFUSALS } from "../kubernetes-status.js";
import type { ObjectStore } from "../storage/object-store.js";
import { resourceOf } from "../storage/resources.js";
import { type Pod, podName } from "./pod.js";

/** @throws {KubernetesStatus} 403 when the service account does not exist */
export function admitServiceAccount(
  pod: Pod,
  { namespace, store, span }: { readonly namespace: string; readonly store: ObjectStore; readonly span: Span },
): Pod {
  const name = pod.spec.serviceAccountName || "default";
  const serviceAccount = store.read(resourceOf("ServiceAccount"), namespace, name);
  const passed = span.check({
    check: "admission.service-account",
    title: "service account exists",
    passed: serviceAccount !== null,
    expected: { value: `ServiceAccount ${namespace}/${name}`, from: { file: `Pod/${namespace}/${podName(pod)}`, pointer: "/spec/serviceAccountName" } },
    actual: { value: serviceAccount === null ? "none" : `uid ${serviceAccount.metadata.uid}` },
    ...(serviceAccount === null ? { reason: "not-found" } : {}),
  });
  if (!passed) throw REFUSALS.podForbidden(podName(pod), `error looking up service account ${namespace}/${name}: serviceaccount "${name}" not found`);
  return { ...pod, spec: { ...pod.spec, serviceAccountName: name, serviceAccount: name } };
}
