import type { JsonObject } from "@irsa-sim/core";
import { applyOperations } from "../../json-patch/apply-operations.js";
import { PatchError } from "../../json-patch/patch-error.js";
import { KubernetesStatus } from "../../kubernetes-status.js";

/**
 * Applies a JSON Patch; why one does not apply is not said.
 *
 * @throws {KubernetesStatus} 422 for an operation that does not apply
 * @see RFC 6902
 */
export function applyJsonPatch(target: JsonObject, operations: readonly JsonObject[]): JsonObject {
  try {
    return applyOperations(target, operations);
  } catch (error) {
    if (!(error instanceof PatchError)) throw error;
    throw new KubernetesStatus(422, "Invalid", "the server rejected our request due to an error in our request", {});
  }
}
