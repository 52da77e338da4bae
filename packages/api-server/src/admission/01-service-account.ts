/**
 * The ServiceAccount admission plugin: fills the name in, demands that the account exists, copies its image pull secrets.
 *
 * Differs from the plugin: the `kube-api-access-…` volume is not added, so a pod has no token for the API server; mirror pods are treated like others.
 * @see kubernetes-tokens.md, section 7
 */
import { REFUSALS } from "../kubernetes-status.js";
import { resourceOf } from "../storage/resources.js";
import type { AdmissionContext } from "./admit-pod.js";
import { type Pod, type PodSpec, podName } from "./pod.js";

/** @throws {KubernetesStatus} 403 when the service account does not exist */
export function admitServiceAccount(pod: Pod, { namespace, store, span }: Pick<AdmissionContext, "namespace" | "store" | "span">): Pod {
  const name = pod.spec.serviceAccountName || "default";
  const serviceAccount = store.read(resourceOf("ServiceAccount"), namespace, name);
  span.check({
    check: "admission.service-account",
    title: "service account exists",
    passed: serviceAccount !== null,
    expected: { value: `ServiceAccount ${namespace}/${name}`, from: { file: `Pod/${namespace}/${podName(pod)}`, pointer: "/spec/serviceAccountName" } },
    actual: { value: serviceAccount === null ? "none" : `uid ${serviceAccount.metadata.uid}` },
    ...(serviceAccount === null ? { reason: "not-found" } : {}),
  });
  if (serviceAccount === null) {
    const why = `error looking up service account ${namespace}/${name}: serviceaccount "${name}" not found`;
    throw REFUSALS.forbidden(resourceOf("Pod"), podName(pod), why);
  }
  const { imagePullSecrets } = serviceAccount as { readonly imagePullSecrets?: NonNullable<PodSpec["imagePullSecrets"]> };
  const copied = imagePullSecrets === undefined || pod.spec.imagePullSecrets?.length ? {} : { imagePullSecrets };
  return { ...pod, spec: { ...pod.spec, serviceAccountName: name, serviceAccount: name, ...copied } };
}
