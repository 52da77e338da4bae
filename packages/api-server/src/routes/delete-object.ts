import type { HttpResponse } from "@irsa-sim/core";
import type { DeleteOptions } from "../decoding/read-delete-options.js";
import { json, REFUSALS } from "../kubernetes-status.js";
import { describeObject, type StoredObject } from "../storage/kubernetes-object.js";
import type { Resource } from "../storage/resources.js";
import type { ApiCall, ApiServerParts } from "./api-call.js";
import { findObject } from "./find-object.js";
import { listOf } from "./read-objects.js";

/**
 * DELETE of one object.
 *
 * Differs from the API server: a pod goes at once, without a grace period, and a namespace without what is in it.
 * @throws {KubernetesStatus} 404, 409 for one that is not as the options want it
 */
export function deleteObject(parts: ApiServerParts, call: ApiCall, { preconditions }: DeleteOptions): HttpResponse {
  const object = findObject(parts, call);
  const { resource } = call.route;
  const { uid, resourceVersion, name } = object.metadata;
  if (preconditions.uid && preconditions.uid !== uid) throw REFUSALS.otherUid(resource, object.metadata, preconditions.uid);
  if (preconditions.resourceVersion && preconditions.resourceVersion !== resourceVersion) throw REFUSALS.modified(resource, name);
  remove(parts, call, object);
  return json(200, resource.returnsDeleted ? object : successOf(resource, object));
}

/** DELETE of a collection: of all that are selected. */
export function deleteObjects(parts: ApiServerParts, call: ApiCall): HttpResponse {
  const { list, objects } = listOf(parts, call);
  for (const object of objects) remove(parts, call, object);
  return json(200, list);
}

function remove({ store }: ApiServerParts, { route: { resource }, span }: ApiCall, object: StoredObject): void {
  store.remove(resource, object.metadata.namespace ?? null, object.metadata.name);
  if (!store.isDry) span.change({ what: describeObject(resource, object), before: object, after: null });
}

function successOf({ group, plural }: Resource, { metadata: { name, uid } }: StoredObject): object {
  const details = { name, ...(group === "" ? {} : { group }), kind: plural, uid };
  return { kind: "Status", apiVersion: "v1", metadata: {}, status: "Success", details };
}
