/**
 * The admission chain of a new pod, in the API server's order: defaults while decoding, the ServiceAccount plugin, mutating webhooks, defaults again for
 * what they added, validation.
 * Leaves out: the other plugins, reinvocation, validating webhooks.
 * @see kubernetes-tokens.md, section 8
 */
import type { Clock, JsonObject, Network, Random, Span } from "@irsa-sim/core";
import type { User } from "../access/user.js";
import type { KubernetesObject } from "../storage/kubernetes-object.js";
import type { ObjectStore } from "../storage/object-store.js";
import { admitServiceAccount } from "./01-service-account.js";
import { admitByWebhooks } from "./02-mutating-webhooks.js";
import { applyPodDefaults } from "./03-defaulting.js";
import { validatePod } from "./04-validation.js";
import type { Pod } from "./pod.js";

/** What the plugins work with. */
export interface AdmissionContext {
  /** Of the request; the pod's own may be absent. */
  readonly namespace: string;
  readonly user: User;
  readonly store: ObjectStore;
  readonly network: Network;
  readonly clock: Clock;
  readonly random: Random;
  readonly span: Span;
}

/**
 * Takes a pod through admission.
 *
 * @returns the pod to store
 * @throws {KubernetesStatus} 403, 422, a webhook's denial, or 500 for a webhook that failed
 */
export async function admitPod(object: KubernetesObject, context: AdmissionContext): Promise<Pod> {
  const submitted: Pod = { ...object, spec: (object.spec ?? {}) as JsonObject, status: {} };
  const withServiceAccount = admitServiceAccount(applyPodDefaults(submitted), context);
  const mutated = await admitByWebhooks(withServiceAccount, context);
  const defaulted = applyPodDefaults(mutated);
  validatePod(defaulted, context.span);
  return { ...defaulted, status: { phase: "Pending" } };
}
