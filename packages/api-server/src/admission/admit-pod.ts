/**
 * The admission chain of a new pod, in the API server's order: defaults while decoding, the plugins that are on by themselves, mutating webhooks, defaults
 * again for what they added, a name, what the server itself says of a pod, validation, warnings.
 * When a webhook changed the pod, the ServiceAccount plugin works again, and webhooks of `reinvocationPolicy: IfNeeded` are asked once more.
 * Leaves out: plugins that do nothing here (LimitRanger, PodSecurity without labels, ResourceQuota), validating webhooks.
 * @see kubernetes-tokens.md, section 8
 */
import { type JsonObject, toRfc3339 } from "@irsa-sim/core";
import { REFUSALS } from "../kubernetes-status.js";
import { isSame } from "../storage/is-same.js";
import type { KubernetesObject } from "../storage/kubernetes-object.js";
import { named } from "../storage/name-object.js";
import { admitServiceAccount, readmitServiceAccount } from "./01-service-account.js";
import { admitByWebhooks, type WebhookRound } from "./02-mutating-webhooks.js";
import { applyPodDefaults } from "./03-defaulting.js";
import { validatePod } from "./04-validation.js";
import type { AdmissionContext } from "./admission-context.js";
import { addDefaultTolerations } from "./plugins/add-default-tolerations.js";
import { admitNodePod } from "./plugins/admit-node-pod.js";
import { admitPriority } from "./plugins/admit-priority.js";
import { admitOverhead, admitRuntimeClass } from "./plugins/admit-runtime-class.js";
import type { Pod } from "./pod.js";
import { preparePod } from "./preparing/prepare-pod.js";
import { findPodWarnings } from "./warnings/find-pod-warnings.js";
import { findWebhooksToAskAgain } from "./webhooks/find-webhooks-to-ask-again.js";

/**
 * Takes a pod through admission.
 *
 * @returns the pod to store
 * @throws {KubernetesStatus} 403, 422, a webhook's denial, or 500 for a webhook that failed
 */
export async function admitPod(object: KubernetesObject, context: AdmissionContext): Promise<Pod> {
  const submitted: Pod = { ...object, spec: (object.spec ?? {}) as JsonObject, status: {} };
  const before = admitByPlugins(applyPodDefaults(submitted), context);
  const first = await admitByWebhooks(before, context);
  const admitted = first.asked.some(({ hasChanged }) => hasChanged) ? await admitAgain(first, before, context) : first.pod;
  // A webhook may have moved it.
  if ((admitted.metadata.namespace || context.namespace) !== context.namespace) throw REFUSALS.otherNamespace();
  const prepared = preparePod(named(placed(admitted, context), context.random), { now: toRfc3339(context.clock.now()), warn: context.warn });
  validatePod(prepared, context, context.span);
  for (const warning of findPodWarnings(prepared)) context.warn(warning);
  admitOverhead(prepared, context.span);
  return prepared;
}

function admitByPlugins(pod: Pod, context: AdmissionContext): Pod {
  const withServiceAccount = admitServiceAccount(pod, context);
  admitNodePod(withServiceAccount, context);
  return admitRuntimeClass(addDefaultTolerations(admitPriority(withServiceAccount, context.span)), context.span);
}

function placed(pod: Pod, { namespace }: AdmissionContext): Pod {
  return { ...pod, metadata: { ...pod.metadata, namespace } };
}

/** The second and last round, for a pod that webhooks changed. */
async function admitAgain({ pod, asked }: WebhookRound, before: Pod, context: AdmissionContext): Promise<Pod> {
  const readmitted = applyPodDefaults(readmitServiceAccount(pod, before, context));
  const again = findWebhooksToAskAgain(asked, !isSame(readmitted, pod));
  if (again.length === 0) return readmitted;
  context.span.note("admission.reinvocation", { webhooks: again.map(({ name }) => name) });
  return (await admitByWebhooks(readmitted, context, again)).pod;
}
