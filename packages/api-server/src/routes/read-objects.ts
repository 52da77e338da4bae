import type { HttpResponse } from "@irsa-sim/core";
import { json, REFUSALS } from "../kubernetes-status.js";
import type { StoredObject } from "../storage/kubernetes-object.js";
import { apiVersionOf } from "../storage/resources.js";
import type { ApiCall, ApiServerParts } from "./api-call.js";
import { findObject } from "./find-object.js";
import { writeContinue } from "./list/continue-key.js";
import { readListRequest } from "./list/list-request.js";
import { isSelecting, readSelection } from "./selectors/read-selection.js";

/** GET of one object. */
export function getObject(parts: ApiServerParts, call: ApiCall): HttpResponse {
  return json(200, findObject(parts, call));
}

/** GET of a collection, with selectors, page by page where that is asked for; its items do not say what they are. */
export function listObjects(parts: ApiServerParts, call: ApiCall): HttpResponse {
  return json(200, listOf(parts, call).list);
}

/**
 * The objects that a request to a collection is about, and the list that they make.
 *
 * @throws {KubernetesStatus} 400, 410 for a version that is no longer known, 422, 504 for one that is still to come
 */
export function listOf(
  { store }: ApiServerParts,
  { route: { resource, namespace }, request }: ApiCall,
): { readonly list: object; readonly objects: readonly StoredObject[] } {
  const { limit, from, exactly, notOlderThan } = readListRequest(request);
  const present = Number(store.resourceVersion());
  const wanted = Math.max(exactly ?? 0, notOlderThan);
  if (wanted > present) throw REFUSALS.tooLargeVersion(wanted, present);
  const all = exactly === null ? store.list(resource, namespace) : store.listAt(resource, namespace, exactly);
  const keyOf = ({ metadata }: StoredObject): string =>
    namespace === null && resource.isNamespaced ? `${metadata.namespace}/${metadata.name}` : metadata.name;
  if (all === null) throw from === null ? REFUSALS.tooOldList() : REFUSALS.tooOldContinue(writeContinue(null, from.start.slice(0, -1)));
  const selected = all
    .filter(readSelection(request, resource))
    .filter((object) => from === null || keyOf(object) >= from.start)
    .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  const objects = limit === 0 ? selected : selected.slice(0, limit);
  const version = exactly ?? present;
  const last = objects.at(-1);
  const rest = selected.length - objects.length;
  const more =
    last === undefined || rest === 0 ? {} : { continue: writeContinue(version, keyOf(last)), ...(!isSelecting(request) && { remainingItemCount: rest }) };
  const items = objects.map(({ kind: _kind, apiVersion: _version, ...item }) => item);
  return {
    list: { kind: `${resource.kind}List`, apiVersion: apiVersionOf(resource), metadata: { resourceVersion: String(version), ...more }, items },
    objects,
  };
}
