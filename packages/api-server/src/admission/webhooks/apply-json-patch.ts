import type { JsonObject } from "@irsa-sim/core";
import { BodyError, decodeObject } from "@irsa-sim/kubernetes-types";
import { applyOperations } from "../../json-patch/apply-operations.js";
import { PatchError } from "../../json-patch/patch-error.js";
import { REFUSALS } from "../../kubernetes-status.js";
import type { Pod } from "../pod.js";

/**
 * Applies a webhook's patch to a pod; what comes out must again be a pod.
 *
 * @param operations a JSON Patch (RFC 6902)
 * @throws {KubernetesStatus} 500, whatever the webhook's failure policy is
 */
export function applyJsonPatch(pod: Pod, operations: readonly JsonObject[]): Pod {
  try {
    const patched = applyOperations(pod as unknown as JsonObject, operations);
    return decodeObject(JSON.stringify(patched), POD).object as Pod;
  } catch (error) {
    if (!(error instanceof BodyError) && !(error instanceof PatchError)) throw error;
    throw REFUSALS.patchFailed(error.message);
  }
}

const POD = { expected: { kind: "Pod", group: "", version: "v1" }, mediaType: "application/json" } as const;
