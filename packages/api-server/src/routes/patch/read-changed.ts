import type { JsonObject } from "@irsa-sim/core";
import { invalid } from "../../admission/field-problem.js";
import { readObject, UnreadableObject } from "../../decoding/read-object.js";
import { REFUSALS } from "../../kubernetes-status.js";
import type { KubernetesObject } from "../../storage/kubernetes-object.js";
import type { ApiCall } from "../api-call.js";

/**
 * What a patch has made of an object, read as if it had been sent so.
 *
 * @throws {KubernetesStatus} 400
 */
export function readChanged(call: ApiCall, object: JsonObject): KubernetesObject {
  const request = { ...call.request, headers: { "content-type": "application/json" }, body: JSON.stringify(object) };
  return readObject({ ...call, request }, call.route.resource, "PatchOptions");
}

/**
 * The same for a patch that is told as a whole where it makes no object.
 *
 * @param shown what refusals show of it
 * @throws {KubernetesStatus} 400, or 422 for what cannot be read
 */
export function readPatched(call: ApiCall, object: JsonObject, shown: string): KubernetesObject {
  try {
    return readChanged(call, object);
  } catch (error) {
    if (!(error instanceof UnreadableObject)) throw error;
    throw REFUSALS.invalid({ kind: "", group: "" }, "", [invalid("patch", shown, error.why)]);
  }
}
