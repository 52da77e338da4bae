import type { HttpResponse } from "@irsa-sim/core";
import { json, REFUSALS } from "../kubernetes-status.js";
import { describeObject } from "../storage/kubernetes-object.js";
import type { ApiCall, ApiServerParts } from "./api-call.js";

/**
 * DELETE of one object.
 *
 * Differs from the API server: a pod goes at once, without a grace period, and a namespace without what is in it.
 */
export function deleteObject(parts: ApiServerParts, { route: { resource, namespace, name }, span }: ApiCall): HttpResponse {
  const object = parts.store.read(resource, namespace, name ?? "");
  if (object === null) throw REFUSALS.notFound(resource, name ?? "");
  parts.store.remove(resource, namespace, object.metadata.name);
  span.change({ what: describeObject(resource, object), before: object, after: null });
  if (resource.returnsDeleted) return json(200, object);
  const details = { name: object.metadata.name, ...(resource.group === "" ? {} : { group: resource.group }), kind: resource.plural, uid: object.metadata.uid };
  return json(200, { kind: "Status", apiVersion: "v1", metadata: {}, status: "Success", details });
}
