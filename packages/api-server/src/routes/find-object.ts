import { findNameProblem } from "@irsa-sim/kubernetes-types";
import { REFUSALS } from "../kubernetes-status.js";
import type { StoredObject } from "../storage/kubernetes-object.js";
import type { ApiCall, ApiServerParts } from "./api-call.js";

/**
 * The object that a path names.
 *
 * @throws {KubernetesStatus} 400 for a name that nothing can have, 404
 */
export function findObject({ store }: ApiServerParts, { route: { resource, namespace, name } }: ApiCall): StoredObject {
  const problem = findNameProblem(name ?? "");
  if (problem !== null) throw REFUSALS.badRequest(problem);
  const object = store.read(resource, namespace, name ?? "");
  if (object === null) throw REFUSALS.notFound(resource, name ?? "");
  return object;
}
