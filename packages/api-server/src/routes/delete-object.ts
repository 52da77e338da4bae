import type { HttpResponse } from "@irsa-sim/core";
import { nodeNameOf } from "../access/user.js";
import type { PodSpec } from "../admission/pod.js";
import type { DeleteOptions } from "../decoding/read-delete-options.js";
import { deleteStored } from "../deletion/delete-stored.js";
import { json, REFUSALS } from "../kubernetes-status.js";
import type { StoredObject } from "../storage/kubernetes-object.js";
import type { Resource } from "../storage/resources.js";
import type { ApiCall, ApiServerParts } from "./api-call.js";
import { findObject } from "./find-object.js";
import { listOf } from "./read-objects.js";

const PERMANENT = ["default", "kube-system", "kube-public"];

/**
 * DELETE of one object.
 *
 * Differs from the API server where objects do not go in steps: a pod goes at once, without a grace period, and a namespace without what is in it.
 * @throws {KubernetesStatus} 403 for a namespace that every cluster has, 404, 409 for one that is not as the options want it
 */
export function deleteObject(parts: ApiServerParts, call: ApiCall, { preconditions, wish }: DeleteOptions): HttpResponse {
  const { resource, name: asked } = call.route;
  if (resource.kind === "Namespace" && PERMANENT.includes(asked ?? "")) throw REFUSALS.forbidden(resource, asked ?? "", "this namespace may not be deleted");
  const object = findObject(parts, call);
  const nodeName = nodeNameOf(call.user);
  if (nodeName !== null && (object.spec as PodSpec).nodeName !== nodeName) {
    throw REFUSALS.forbidden(resource, asked ?? "", `node ${JSON.stringify(nodeName)} can only delete pods with spec.nodeName set to itself`);
  }
  const { uid, resourceVersion, name } = object.metadata;
  if (preconditions.uid && preconditions.uid !== uid) throw REFUSALS.otherUid(resource, object.metadata, preconditions.uid);
  if (preconditions.resourceVersion && preconditions.resourceVersion !== resourceVersion) throw REFUSALS.modified(resource, name);
  if (resource.kind === "Job" && wish.propagationPolicy === null && parts.isLive) call.warnings.add(PODS_STAY);
  const deleted = deleteStored(parts, resource, object, { wish, span: call.span });
  return json(200, resource.returnsDeleted || !deleted.isGone ? deleted.object : successOf(resource, object));
}

const PODS_STAY =
  "child pods are preserved by default when jobs are deleted; set propagationPolicy=Background to remove them or set propagationPolicy=Orphan to suppress this warning";

/** DELETE of a collection: of all that are selected. */
export function deleteObjects(parts: ApiServerParts, call: ApiCall, { wish }: DeleteOptions): HttpResponse {
  const { list, objects } = listOf(parts, call);
  for (const object of objects) deleteStored(parts, call.route.resource, object, { wish, span: call.span });
  return json(200, list);
}

function successOf({ group, plural }: Resource, { metadata: { name, uid } }: StoredObject): object {
  const details = { name, ...(group === "" ? {} : { group }), kind: plural, uid };
  return { kind: "Status", apiVersion: "v1", metadata: {}, status: "Success", details };
}
