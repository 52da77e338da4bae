import type { JsonObject } from "@irsa-sim/core";
import { BodyError, decodeObject } from "@irsa-sim/kubernetes-types";
import { applyPatch, type Operation } from "rfc6902";
import { REFUSALS } from "../../kubernetes-status.js";
import type { Pod } from "../pod.js";

/**
 * Applies a webhook's patch to a pod; what comes out must again be a pod.
 *
 * @param text a JSON Patch (RFC 6902)
 * @throws {KubernetesStatus} 500, whatever the webhook's failure policy is
 */
export function applyJsonPatch(pod: Pod, text: string): Pod {
  const operations = parseOperations(text);
  const patched = structuredClone(pod) as JsonObject;
  for (const operation of operations) {
    const [problem] = applyPatch(patched, [operation]);
    if (problem) throw REFUSALS.patchFailed(`${operation.op} operation does not apply: doc is missing path: "${operation.path}": missing value`);
  }
  try {
    return decodeObject(JSON.stringify(patched), POD).object as Pod;
  } catch (error) {
    if (!(error instanceof BodyError)) throw error;
    throw REFUSALS.patchFailed(error.message);
  }
}

const POD = { expected: { kind: "Pod", group: "", version: "v1" }, mediaType: "application/json" } as const;

function parseOperations(text: string): readonly Operation[] {
  const value = parseJson(text);
  const isPatch = Array.isArray(value) && value.every(isOperation);
  if (!isPatch) throw REFUSALS.patchFailed("the webhook's patch is no JSON Patch");
  return value;
}

function isOperation(value: unknown): value is Operation {
  const { op, path } = (value ?? {}) as { readonly op?: unknown; readonly path?: unknown };
  return typeof op === "string" && typeof path === "string" && /^(\/|$)/.test(path);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return null;
  }
}
