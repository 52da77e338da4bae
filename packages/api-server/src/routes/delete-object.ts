import type { HttpResponse } from "@irsa-sim/core";
import { json } from "../kubernetes-status.js";
import { describeObject } from "../storage/kubernetes-object.js";
import type { ApiCall, ApiServerParts } from "./api-call.js";
import { findObject } from "./find-object.js";

/**
 * DELETE of one object.
 *
 * Differs from the API server: a pod goes at once, without a grace period, and a namespace without what is in it.
 */
export function deleteObject(parts: ApiServerParts, call: ApiCall): HttpResponse {
  const object = findObject(parts, call);
  const { route, span } = call;
  const { resource, namespace } = route;
  parts.store.remove(resource, namespace, object.metadata.name);
  span.change({ what: describeObject(resource, object), before: object, after: null });
  if (resource.returnsDeleted) return json(200, object);
  const details = { name: object.metadata.name, ...(resource.group === "" ? {} : { group: resource.group }), kind: resource.plural, uid: object.metadata.uid };
  return json(200, { kind: "Status", apiVersion: "v1", metadata: {}, status: "Success", details });
}
