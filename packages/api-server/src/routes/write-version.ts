/**
 * A new version of an object, whichever way it was made: checked, completed, stored.
 * Differs from the API server: webhooks are not asked about updates, and of a pod only metadata can be changed.
 */
import { type HttpResponse, type Json, type JsonObject, toRfc3339 } from "@irsa-sim/core";
import { goQuoted } from "@irsa-sim/kubernetes-types";
import { type FieldProblem, forbidden } from "../admission/field-problem.js";
import { findObjectProblems, namingOf, rulesOf } from "../admission/objects/object-rules.js";
import { completeChangedWorkload, isWorkload } from "../admission/objects/workload.js";
import { findChangedMetaProblems, findMetaProblems } from "../admission/validation/find-meta-problems.js";
import { applyConfigurationDefaults } from "../admission/webhooks/apply-configuration-defaults.js";
import { validateConfiguration } from "../admission/webhooks/validate-configuration.js";
import { isOver } from "../deletion/decide-deletion.js";
import { removeStored } from "../deletion/delete-stored.js";
import { json, REFUSALS } from "../kubernetes-status.js";
import { asStored } from "../storage/as-stored.js";
import { isSame } from "../storage/is-same.js";
import { describeObject, type KubernetesObject, type StoredObject } from "../storage/kubernetes-object.js";
import { apiVersionOf, type Resource } from "../storage/resources.js";
import type { ApiCall, ApiServerParts } from "./api-call.js";
import { fieldManagerOf, isTracked } from "./field-manager-of.js";
import { prepareStatus } from "./prepare-status.js";
import { recordChange } from "./record-change.js";

const POD_SPEC_IS_FIXED = "pod updates may not change fields other than metadata";

/** A version that is to be written. */
export interface NewVersion {
  readonly before: StoredObject;
  readonly sent: KubernetesObject;
  /** Who manages what by then; found from what is written where it is absent. */
  readonly managedFields?: Json;
}

/** Writes a version; one that changes nothing is none. */
export async function writeVersion(parts: ApiServerParts, call: ApiCall, { before, sent, managedFields }: NewVersion): Promise<HttpResponse> {
  const { route, span } = call;
  const { resource } = route;
  checkPreconditions(resource, before, sent);
  const { name, namespace, uid, creationTimestamp = null, resourceVersion, deletionTimestamp, deletionGracePeriodSeconds } = before.metadata;
  const going = {
    ...(deletionTimestamp !== undefined && { deletionTimestamp }),
    ...(deletionGracePeriodSeconds !== undefined && { deletionGracePeriodSeconds }),
  };
  const fixed = { name, ...(namespace === undefined ? {} : { namespace }), uid, creationTimestamp, resourceVersion, ...going };
  const prepared =
    route.subresource === "status"
      ? prepareStatus(call, { before, sent })
      : prepare(parts, { ...sent, metadata: { ...sent.metadata, ...fixed } }, before, resource);
  const after = asStored(resource.kind, prepared as StoredObject);
  const managers = await managersAfter(parts, call, { before, after, managedFields });
  if (parts.store.read(resource, namespace ?? null, name) !== before) throw REFUSALS.modified(resource, name);
  if (isSame(withoutManagers(after), withoutManagers(before)) && isSame(managers, before.metadata.managedFields)) return json(200, before);
  if (parts.isLive && isOver(after)) {
    removeStored(parts, resource, before, span);
    return json(200, after);
  }
  const stored = parts.store.replace(resource, withManagers(after, managers));
  recordChange(parts, span, { what: describeObject(resource, stored), before, after: stored });
  return json(200, stored);
}

function checkPreconditions(resource: Resource, { metadata: stored }: StoredObject, { metadata: sent }: KubernetesObject): void {
  if (!sent.name) throw REFUSALS.badRequest(`the name of the object (${stored.name} based on URL) was undeterminable: name must be provided`);
  if (sent.name !== stored.name) throw REFUSALS.badRequest(`the name of the object (${sent.name ?? ""}) does not match the name on the URL (${stored.name})`);
  if ((sent.namespace || stored.namespace) !== stored.namespace) {
    throw REFUSALS.otherNamespace();
  }
  if (sent.uid && sent.uid !== stored.uid) throw REFUSALS.otherUid(resource, stored, sent.uid);
  if (sent.resourceVersion && sent.resourceVersion !== stored.resourceVersion) throw REFUSALS.modified(resource, stored.name);
}

function prepare({ isLive }: ApiServerParts, sent: KubernetesObject, before: StoredObject, resource: Resource): KubernetesObject {
  const { prepare: complete = (one) => one } = rulesOf(resource.kind);
  const object = isLive && isWorkload(sent) ? completeChangedWorkload(sent, before) : complete(sent);
  if (resource.kind === "MutatingWebhookConfiguration") {
    const configuration = applyConfigurationDefaults(object);
    validateConfiguration(configuration);
    return configuration;
  }
  // The server looks at metadata twice, and each time at the object and at the change.
  const problems = [
    ...findNewFinalizerProblems(object, before),
    ...findMetaProblems(object.metadata, namingOf(resource)),
    ...findChangedMetaProblems(object.metadata),
    ...findChangedMetaProblems(object.metadata),
    ...findObjectProblems(object, resource),
  ];
  if (problems.length > 0) throw REFUSALS.invalid(resource, before.metadata.name, problems);
  if (resource.kind !== "Pod") return before.status === undefined ? object : { ...object, status: before.status };
  if (!isSame(object.spec ?? null, before.spec ?? null)) throw REFUSALS.invalid(resource, before.metadata.name, [forbidden("spec", POD_SPEC_IS_FIXED)]);
  return { ...object, status: before.status ?? {} };
}

/** What waits for nothing new any more. */
function* findNewFinalizerProblems({ metadata }: KubernetesObject, before: StoredObject): Generator<FieldProblem> {
  if (before.metadata.deletionTimestamp === undefined) return;
  const added = (metadata.finalizers ?? []).filter((finalizer) => before.metadata.finalizers?.includes(finalizer) !== true);
  const found = `no new finalizers can be added if the object is being deleted, found new finalizers []string{${added.map(goQuoted).join(", ")}}`;
  if (added.length > 0) yield forbidden("metadata.finalizers", found);
}

/** Where nobody goes on with the objects, only those that somebody has applied on the server keep their managers. Meanwhile somebody else may have written. */
function managersAfter(
  { clock, isLive }: ApiServerParts,
  { request, user, route: { resource, subresource } }: ApiCall,
  { before, after, managedFields }: { readonly before: StoredObject; readonly after: StoredObject; readonly managedFields: Json | undefined },
): Json | undefined | Promise<Json | undefined> {
  if (subresource === "status") return before.metadata.managedFields as Json | undefined;
  const isKept = before.metadata.managedFields !== undefined || (isLive && isTracked(resource));
  if (managedFields !== undefined || !isKept) return managedFields;
  const writer = { kind: resource.kind, name: fieldManagerOf(request, user), apiVersion: apiVersionOf(resource), time: toRfc3339(clock.now()) };
  return import("../managed-fields/track-update.js").then(({ trackUpdate }) => trackUpdate(before, after, writer));
}

function withManagers(object: StoredObject, managedFields: Json | undefined): StoredObject {
  const { managedFields: _, ...metadata } = object.metadata;
  return { ...object, metadata: { ...metadata, ...(managedFields !== undefined && { managedFields }) } };
}

function withoutManagers({ metadata: { managedFields: _, ...metadata }, ...object }: StoredObject): JsonObject {
  return { ...object, metadata };
}
