/**
 * The ServiceAccount admission plugin: fills the name in, demands that the account exists, adds the token for the API server, copies image pull secrets.
 *
 * Leaves out: the ten tries for an account `default` that is still to be made; here it is there from the start.
 * @see kubernetes-tokens.md, section 7
 */
import { REFUSALS } from "../kubernetes-status.js";
import { recordRefusal } from "../record-refusal.js";
import type { StoredObject } from "../storage/kubernetes-object.js";
import { resourceOf } from "../storage/resources.js";
import type { AdmissionContext } from "./admission-context.js";
import { type Pod, type PodSpec, podName } from "./pod.js";
import { addApiAccessVolume, createApiAccessName } from "./service-account/add-api-access-volume.js";
import { decideAutomount } from "./service-account/decide-automount.js";
import { findMirrorPodProblem, isMirrorPod } from "./service-account/find-mirror-pod-problem.js";
import { findSecretProblem, type SecretOwner } from "./service-account/find-secret-problem.js";

const SECRETS = {
  check: "admission.mountable-secrets",
  title: "secrets are those of the service account",
  expected: "secrets that the service account lists",
  reason: "forbidden",
};

type PluginContext = Pick<AdmissionContext, "namespace" | "store" | "span" | "random" | "addsApiAccess">;

/**
 * Lets the plugin work on a pod that nobody has changed yet.
 *
 * @throws {KubernetesStatus} 403 when the service account does not exist or does not list a secret of the pod, or for a mirror pod that may not be
 */
export function admitServiceAccount(pod: Pod, context: PluginContext): Pod {
  if (isMirrorPod(pod)) return admitMirrorPod(pod, context);
  const name = pod.spec.serviceAccountName || "default";
  return withServiceAccount(pod, lookUp(pod, name, context), context);
}

/**
 * Lets the plugin work again on a pod that a webhook changed; the account is recorded anew only when the webhook named another.
 *
 * @param before the pod as the plugin left it the first time
 * @throws {KubernetesStatus} 403 as above
 */
export function readmitServiceAccount(pod: Pod, before: Pod, context: PluginContext): Pod {
  if (isMirrorPod(pod) || pod.spec.serviceAccountName !== before.spec.serviceAccountName) return admitServiceAccount(pod, context);
  const serviceAccount = read(pod.spec.serviceAccountName ?? "", context);
  return serviceAccount === null ? admitServiceAccount(pod, context) : withServiceAccount(pod, serviceAccount, context);
}

function admitMirrorPod(pod: Pod, { span }: PluginContext): Pod {
  const problem = findMirrorPodProblem(pod);
  span.check({
    check: "admission.mirror-pod",
    title: "mirror pod uses nothing of the API",
    passed: problem === null,
    expected: { value: "no service account, secret or token" },
    actual: { value: problem ?? "none" },
    ...(problem === null ? {} : { reason: "forbidden" }),
  });
  if (problem !== null) throw REFUSALS.forbidden(resourceOf("Pod"), podName(pod), problem);
  return pod;
}

function read(name: string, { namespace, store }: PluginContext): StoredObject | null {
  return store.read(resourceOf("ServiceAccount"), namespace, name);
}

function lookUp(pod: Pod, name: string, context: PluginContext): StoredObject {
  const { namespace, span } = context;
  const serviceAccount = read(name, context);
  span.check({
    check: "admission.service-account",
    title: "service account exists",
    passed: serviceAccount !== null,
    expected: { value: `ServiceAccount ${namespace}/${name}`, from: { file: `Pod/${namespace}/${podName(pod)}`, pointer: "/spec/serviceAccountName" } },
    actual: { value: serviceAccount === null ? "none" : `uid ${serviceAccount.metadata.uid}` },
    ...(serviceAccount === null ? { reason: "not-found" } : {}),
  });
  if (serviceAccount !== null) return serviceAccount;
  const why = `error looking up service account ${namespace}/${name}: serviceaccount "${name}" not found`;
  throw REFUSALS.forbidden(resourceOf("Pod"), podName(pod), why);
}

function withServiceAccount(pod: Pod, serviceAccount: StoredObject, { random, addsApiAccess, span }: PluginContext): Pod {
  const { name } = serviceAccount.metadata;
  const { imagePullSecrets, automountServiceAccountToken } = serviceAccount as {
    readonly imagePullSecrets?: NonNullable<PodSpec["imagePullSecrets"]>;
    readonly automountServiceAccountToken?: boolean;
  };
  const copied = imagePullSecrets === undefined || pod.spec.imagePullSecrets?.length ? {} : { imagePullSecrets };
  const spec = { ...pod.spec, serviceAccountName: name, serviceAccount: name, ...copied };
  const problem = findSecretProblem(spec, serviceAccount as SecretOwner);
  if (problem !== null) throw recordRefusal(span, SECRETS, REFUSALS.forbidden(resourceOf("Pod"), podName(pod), problem));
  if (!addsApiAccess) return { ...pod, spec };
  const decision = decideAutomount(pod.spec.automountServiceAccountToken, automountServiceAccountToken);
  if (decision.isMounted) return { ...pod, spec: addApiAccessVolume(spec, () => createApiAccessName(random)) };
  span.note("admission.api-access-left-out", { says: decision.says });
  return { ...pod, spec };
}
