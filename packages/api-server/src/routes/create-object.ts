import type { HttpResponse, JsonObject } from "@irsa-sim/core";
import { admitPod } from "../admission/admit-pod.js";
import { findNameProblems } from "../admission/validation/find-name-problems.js";
import { applyConfigurationDefaults } from "../admission/webhooks/apply-configuration-defaults.js";
import { validateConfiguration } from "../admission/webhooks/validate-configuration.js";
import { readObject } from "../decoding/read-object.js";
import { json, REFUSALS } from "../kubernetes-status.js";
import { schedulePod } from "../scheduler.js";
import { describeObject, type KubernetesObject } from "../storage/kubernetes-object.js";
import { NAME_ALPHABET } from "../storage/name-alphabet.js";
import { publishRootCertificate } from "../storage/publish-root-certificate.js";
import type { ApiCall, ApiServerParts } from "./api-call.js";
import { checkNamespace } from "./check-namespace.js";

/**
 * POST on a collection: decode, admit, store.
 *
 * The change that is recorded for a pod goes from the pod as it was sent to the pod as it is stored, so that a view can show what admission did; for other
 * objects it begins with `null`.
 */
export async function createObject(parts: ApiServerParts, call: ApiCall): Promise<HttpResponse> {
  const { route, user, span } = call;
  const { resource, namespace } = route;
  const sent = readObject(call, resource);
  checkNamespace(parts, sent, route);
  if (resource.kind !== "Pod") {
    const stored = parts.store.create(resource, namespace, named(parts, prepare(sent, route)));
    span.change({ what: describeObject(resource, stored), before: null, after: stored });
    if (resource.kind === "Namespace") publishRootCertificate(parts, stored.metadata.name);
    return json(201, stored);
  }
  const work = span.enter("Admit the pod", { step: 1, actor: "api-server", subject: podOf(sent, route) });
  const admitted = await admitPod(sent, { ...parts, namespace: namespace ?? "", user, span: work, addsApiAccess: parts.rootCertificate !== null });
  const stored = parts.store.create(resource, namespace, named(parts, admitted));
  work.change({ what: describeObject(resource, stored), before: sent, after: stored });
  schedulePod(parts.store, { pod: stored, nodeName: parts.nodeName }, work);
  return json(201, stored);
}

/** Defaults and validation of what is no pod. */
function prepare(object: KubernetesObject, { resource }: ApiCall["route"]): KubernetesObject {
  const problems = findNameProblems(object.metadata);
  if (problems.length > 0) throw REFUSALS.invalid(resource, object.metadata.name ?? "", problems);
  if (resource.kind === "Namespace") return withNameLabel(object);
  if (resource.kind !== "MutatingWebhookConfiguration") return object;
  const configuration = applyConfigurationDefaults(object);
  validateConfiguration(configuration);
  return configuration;
}

function withNameLabel(namespace: KubernetesObject): KubernetesObject {
  const { metadata } = namespace;
  return { ...namespace, metadata: { ...metadata, labels: { ...metadata.labels, "kubernetes.io/metadata.name": metadata.name ?? "" } } };
}

/** A pod whose name is yet to be made is known by what its name begins with. */
function podOf({ metadata }: KubernetesObject, { namespace }: ApiCall["route"]): { readonly pod: string } {
  return { pod: `${namespace}/${metadata.name || metadata.generateName || ""}` };
}

function named<Kind extends JsonObject & Pick<KubernetesObject, "metadata">>({ random }: ApiServerParts, object: Kind): Kind {
  const { name, generateName } = object.metadata;
  return name ? object : { ...object, metadata: { ...object.metadata, name: `${generateName}${random.text(5, NAME_ALPHABET)}` } };
}
