import type { JsonObject } from "@irsa-sim/core";
import { applyPatch, type Operation } from "rfc6902";
import { KubernetesStatus } from "../../kubernetes-status.js";

/**
 * Applies a JSON Patch: its operations one after another, all or none.
 *
 * @throws {KubernetesStatus} 422 for an operation that does not apply
 * @see RFC 6902
 */
export function applyJsonPatch(target: JsonObject, operations: readonly JsonObject[]): JsonObject {
  const patched = structuredClone(target) as JsonObject;
  for (const operation of operations) {
    const [problem] = applyPatch(patched, [operation as unknown as Operation]);
    if (problem) throw new KubernetesStatus(422, "Invalid", describe(operation, problem.name), {});
  }
  return patched;
}

function describe({ op, path }: JsonObject, problem: string): string {
  if (problem === "TestError") return `testing value ${path} failed: test failed`;
  if (problem === "InvalidOperationError") return `Unexpected kind: ${op}`;
  return `${op} operation does not apply: doc is missing path: "${path}": missing value`;
}
