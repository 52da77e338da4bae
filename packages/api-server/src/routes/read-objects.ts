import type { HttpResponse } from "@irsa-sim/core";
import { json } from "../kubernetes-status.js";
import type { StoredObject } from "../storage/kubernetes-object.js";
import { apiVersionOf } from "../storage/resources.js";
import type { ApiCall, ApiServerParts } from "./api-call.js";
import { findObject } from "./find-object.js";
import { readSelection } from "./selectors/read-selection.js";

/** GET of one object. */
export function getObject(parts: ApiServerParts, call: ApiCall): HttpResponse {
  return json(200, findObject(parts, call));
}

/**
 * GET of a collection, with selectors; its items do not say what they are.
 *
 * Leaves out: paging.
 */
export function listObjects(parts: ApiServerParts, call: ApiCall): HttpResponse {
  return json(200, listOf(parts, call).list);
}

/** The objects that a request to a collection is about, and the list that they make. */
export function listOf(
  { store }: ApiServerParts,
  { route: { resource, namespace }, request }: ApiCall,
): { readonly list: object; readonly objects: readonly StoredObject[] } {
  const selected = store.list(resource, namespace).filter(readSelection(request, resource)).sort(byKey);
  const items = selected.map(({ kind: _kind, apiVersion: _version, ...item }) => item);
  const list = { kind: `${resource.kind}List`, apiVersion: apiVersionOf(resource), metadata: { resourceVersion: store.resourceVersion() }, items };
  return { list, objects: selected };
}

/** As etcd has them. */
function byKey({ metadata: a }: StoredObject, { metadata: b }: StoredObject): number {
  return keyOf(a) < keyOf(b) ? -1 : 1;
}

function keyOf({ namespace = "", name }: StoredObject["metadata"]): string {
  return `${namespace}/${name}`;
}
