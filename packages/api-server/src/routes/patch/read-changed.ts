import type { JsonObject } from "@irsa-sim/core";
import { readObject } from "../../decoding/read-object.js";
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
