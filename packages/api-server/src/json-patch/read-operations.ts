import type { JsonObject } from "@irsa-sim/core";
import { findSyntaxError } from "@irsa-sim/kubernetes-types";
import { PatchError } from "./patch-error.js";

/**
 * Reads the text of a JSON Patch; `null` is an empty one.
 *
 * @throws {PatchError} in Go's words
 */
export function readOperations(text: string): readonly JsonObject[] {
  const problem = findSyntaxError(text);
  if (problem !== null) throw new PatchError(problem);
  const value: unknown = JSON.parse(text);
  if (value === null) return [];
  if (!Array.isArray(value)) throw wrongType(value, "jsonpatch.Patch");
  const wrong = value.find((one) => one !== null && (typeof one !== "object" || Array.isArray(one)));
  if (wrong !== undefined) throw wrongType(wrong, "jsonpatch.Operation");
  return value.map((one) => (one ?? {}) as JsonObject);
}

function wrongType(value: unknown, type: string): PatchError {
  const kind = Array.isArray(value) ? "array" : typeof value === "boolean" ? "bool" : typeof value;
  return new PatchError(`json: cannot unmarshal ${kind} into Go value of type ${type}`);
}
