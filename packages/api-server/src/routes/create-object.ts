import { type HttpResponse, type Json, toRfc3339 } from "@irsa-sim/core";
import { admitPod } from "../admission/admit-pod.js";
import { findObjectProblems, rulesOf } from "../admission/objects/object-rules.js";
import { withUniqueOwners } from "../admission/objects/unique-owners.js";
import { completeWorkload, isWorkload } from "../admission/objects/workload.js";
import { applyConfigurationDefaults } from "../admission/webhooks/apply-configuration-defaults.js";
import { validateConfiguration } from "../admission/webhooks/validate-configuration.js";
import { readObject } from "../decoding/read-object.js";
import { json, REFUSALS } from "../kubernetes-status.js";
import { recordRefusal } from "../record-refusal.js";
import { schedulePod } from "../scheduler.js";
import { furnishNamespace } from "../storage/furnish-namespace.js";
import { describeObject, type KubernetesObject } from "../storage/kubernetes-object.js";
import { named } from "../storage/name-object.js";
import { apiVersionOf } from "../storage/resources.js";
import type { ApiCall, ApiServerParts } from "./api-call.js";
import { checkNamespace } from "./check-namespace.js";
import { fieldManagerOf, isTracked } from "./field-manager-of.js";
import { recordChange } from "./record-change.js";

/**
 * POST on a collection: decode, admit, store.
 *
 * The change that is recorded for a pod goes from the pod as it was sent to the pod as it is stored, so that a view can show what admission did; for other
 * objects it begins with `null`.
 *
 * @param managedFields who manages what, for an object that is applied
 */
export async function createObject(parts: ApiServerParts, call: ApiCall, managedFields?: Json): Promise<HttpResponse> {
  const { route, user, span, warnings } = call;
  const { resource, namespace } = route;
  const sent = withUniqueOwners(readObject(call, resource), warnings.add);
  checkNamespace(parts, sent, route);
  if (resource.kind !== "Pod") {
    const prepared = prepare(parts, sent, call);
    const stored = parts.store.create(resource, namespace, prepared, managedFields ?? (await managersOf(parts, call, prepared)));
    recordChange(parts, span, { what: describeObject(resource, stored), before: null, after: stored });
    if (resource.kind === "Namespace") furnishNamespace(parts, stored.metadata.name);
    return json(201, stored);
  }
  const work = span.enter("Admit the pod", { step: 1, actor: "api-server", subject: podOf(sent, route) });
  const context = { ...parts, namespace: namespace ?? "", user, span: work, warn: warnings.add, addsApiAccess: parts.rootCertificate !== null };
  const managers = managedFields ?? (await managersOf(parts, call, sent));
  const stored = parts.store.create(resource, namespace, await admitPod(sent, context), managers);
  recordChange(parts, work, { what: describeObject(resource, stored), before: sent, after: stored });
  schedulePod(parts, stored, work);
  return json(201, stored);
}

/** Who writes an object first manages all of it, where managers are kept from the beginning. */
async function managersOf(
  { isLive, clock }: ApiServerParts,
  { request, user, route: { resource } }: ApiCall,
  object: KubernetesObject,
): Promise<Json | undefined> {
  if (!isLive || !isTracked(resource)) return undefined;
  const { managersOfNew } = await import("../managed-fields/track-update.js");
  return managersOfNew(object, { kind: resource.kind, name: fieldManagerOf(request, user), apiVersion: apiVersionOf(resource), time: toRfc3339(clock.now()) });
}

const VALIDATION = { check: "api-server.validation", title: "object is valid", reason: "invalid" };

/** Defaults, validation and warnings of what is no pod. */
function prepare({ random, isLive }: ApiServerParts, sent: KubernetesObject, { route: { resource, namespace }, warnings, span }: ApiCall): KubernetesObject {
  const { kind } = resource;
  const { prepare: complete = (object) => object, findWarnings = () => [] } = rulesOf(kind);
  const { namespace: _, uid: __, ...metadata } = sent.metadata;
  const place = named({ ...sent, metadata: { ...metadata, ...(namespace !== null && { namespace }) } }, random);
  const object = isLive && isWorkload(place) ? completeWorkload(place, random.uuid) : complete(place);
  const problems = [...findObjectProblems(object, resource)];
  if (problems.length > 0)
    throw recordRefusal(span, { ...VALIDATION, expected: `a valid ${kind}` }, REFUSALS.invalid(resource, object.metadata.name ?? "", problems));
  for (const warning of findWarnings(object)) warnings.add(warning);
  if (kind !== "MutatingWebhookConfiguration") return object;
  const configuration = applyConfigurationDefaults(object);
  validateConfiguration(configuration);
  return configuration;
}

/** A pod whose name is yet to be made is known by what its name begins with. */
function podOf({ metadata }: KubernetesObject, { namespace }: ApiCall["route"]): { readonly pod: string } {
  return { pod: `${namespace}/${metadata.name || metadata.generateName || ""}` };
}
