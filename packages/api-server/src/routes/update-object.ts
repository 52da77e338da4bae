/**
 * PUT and PATCH of one object.
 * Differs from the API server: webhooks are not asked about updates, of a pod only metadata can be changed, and strategic merge and apply patches are not accepted.
 */
import { bodyText, type HttpRequest, type HttpResponse, type Json, type JsonObject } from "@irsa-sim/core";
import { findSyntaxError } from "@irsa-sim/kubernetes-types";
import { forbidden } from "../admission/field-problem.js";
import { findObjectProblems, namingOf, rulesOf } from "../admission/objects/object-rules.js";
import { findMetaProblems } from "../admission/validation/find-meta-problems.js";
import { applyConfigurationDefaults } from "../admission/webhooks/apply-configuration-defaults.js";
import { validateConfiguration } from "../admission/webhooks/validate-configuration.js";
import { readObject } from "../decoding/read-object.js";
import { json, REFUSALS } from "../kubernetes-status.js";
import { asStored } from "../storage/as-stored.js";
import { isSame } from "../storage/is-same.js";
import { describeObject, type KubernetesObject, type StoredObject } from "../storage/kubernetes-object.js";
import type { Resource } from "../storage/resources.js";
import type { ApiCall, ApiServerParts } from "./api-call.js";
import { applyMergePatch } from "./apply-merge-patch.js";
import { findObject } from "./find-object.js";

const PATCH_MEDIA_TYPE = "application/merge-patch+json";
const POD_SPEC_IS_FIXED = "pod updates may not change fields other than metadata";

/** PUT: the object as it is to be. */
export function replaceObject(parts: ApiServerParts, call: ApiCall): HttpResponse {
  const sent = readObject(call, call.route.resource, "UpdateOptions");
  return writeVersion(parts, call, { before: findObject(parts, call), sent });
}

/** PATCH: a JSON Merge Patch (RFC 7396). */
export function patchObject(parts: ApiServerParts, call: ApiCall): HttpResponse {
  const text = readPatch(call.request);
  const before = findObject(parts, call);
  const patched = applyMergePatch(before, parsePatch(text));
  const request = { ...call.request, headers: { "content-type": "application/json" }, body: JSON.stringify(patched) };
  return writeVersion(parts, call, { before, sent: readObject({ ...call, request }, call.route.resource, "PatchOptions") });
}

/** A write that changes nothing makes no new version. */
function writeVersion(
  parts: ApiServerParts,
  { route, span }: ApiCall,
  { before, sent }: { readonly before: StoredObject; readonly sent: KubernetesObject },
): HttpResponse {
  const { resource } = route;
  checkPreconditions(resource, before, sent);
  const { name, namespace, uid, creationTimestamp = null, resourceVersion } = before.metadata;
  const fixed = { name, ...(namespace === undefined ? {} : { namespace }), uid, creationTimestamp, resourceVersion };
  const after = asStored(resource.kind, prepare({ ...sent, metadata: { ...sent.metadata, ...fixed } }, before, resource) as StoredObject);
  if (isSame(after, before)) return json(200, before);
  const stored = parts.store.replace(resource, after);
  span.change({ what: describeObject(resource, stored), before, after: stored });
  return json(200, stored);
}

function checkPreconditions(resource: Resource, { metadata: stored }: StoredObject, { metadata: sent }: KubernetesObject): void {
  if (!sent.name) throw REFUSALS.badRequest(`the name of the object (${stored.name} based on URL) was undeterminable: name must be provided`);
  if (sent.name !== stored.name) throw REFUSALS.badRequest(`the name of the object (${sent.name ?? ""}) does not match the name on the URL (${stored.name})`);
  if ((sent.namespace || stored.namespace) !== stored.namespace) {
    throw REFUSALS.badRequest("the namespace of the provided object does not match the namespace sent on the request");
  }
  if (sent.uid && sent.uid !== stored.uid) throw REFUSALS.otherUid(resource, stored, sent.uid);
  if (sent.resourceVersion && sent.resourceVersion !== stored.resourceVersion) throw REFUSALS.modified(resource, stored.name);
}

function prepare(sent: KubernetesObject, before: StoredObject, resource: Resource): KubernetesObject {
  const { prepare: complete = (one) => one } = rulesOf(resource.kind);
  const object = complete(sent);
  if (resource.kind === "MutatingWebhookConfiguration") {
    const configuration = applyConfigurationDefaults(object);
    validateConfiguration(configuration);
    return configuration;
  }
  // The server looks at metadata twice: at the change, and at the object.
  const problems = [...findMetaProblems(object.metadata, namingOf(resource)), ...findObjectProblems(object, resource)];
  if (problems.length > 0) throw REFUSALS.invalid(resource, before.metadata.name, problems);
  if (resource.kind !== "Pod") return object;
  if (!isSame(object.spec ?? null, before.spec ?? null)) throw REFUSALS.invalid(resource, before.metadata.name, [forbidden("spec", POD_SPEC_IS_FIXED)]);
  return { ...object, status: before.status ?? {} };
}

function readPatch({ headers, body }: HttpRequest): string {
  if ((headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase() !== PATCH_MEDIA_TYPE) throw REFUSALS.unsupportedPatch();
  return bodyText({ body });
}

function parsePatch(text: string): JsonObject {
  const problem = findSyntaxError(text);
  if (problem !== null) throw REFUSALS.badRequest(`error decoding patch: ${problem}`);
  const value = JSON.parse(text) as Json;
  if (value === null) throw REFUSALS.badRequest("Invalid JSON Patch");
  const type = Array.isArray(value) ? "array" : typeof value === "boolean" ? "bool" : typeof value;
  if (type !== "object") throw REFUSALS.badRequest(`error decoding patch: json: cannot unmarshal ${type} into Go value of type map[string]interface {}`);
  return value as JsonObject;
}
