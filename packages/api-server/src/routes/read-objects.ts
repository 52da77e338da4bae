import type { HttpResponse } from "@irsa-sim/core";
import { json, REFUSALS } from "../kubernetes-status.js";
import { apiVersionOf } from "../storage/resources.js";
import type { ApiCall, ApiServerParts } from "./api-call.js";
import { parseFieldSelector } from "./parse-field-selector.js";

/** GET of one object. */
export function getObject({ store }: ApiServerParts, { route: { resource, namespace, name } }: ApiCall): HttpResponse {
  const object = store.read(resource, namespace, name ?? "");
  if (object === null) throw REFUSALS.notFound(resource, name ?? "");
  return json(200, object);
}

/**
 * GET of a collection, with a field selector.
 *
 * Leaves out: label selectors, paging, tables.
 */
export function listObjects({ store }: ApiServerParts, { route: { resource, namespace }, request }: ApiCall): HttpResponse {
  const { searchParams } = new URL(request.url);
  const items = store.list(resource, namespace).filter(parseFieldSelector(searchParams.get("fieldSelector") ?? "", resource));
  return json(200, { kind: `${resource.kind}List`, apiVersion: apiVersionOf(resource), metadata: { resourceVersion: store.resourceVersion() }, items });
}
