import type { Json, JsonObject } from "@irsa-sim/core";

/**
 * Applies a JSON Merge Patch: objects are merged, `null` takes a member away, everything else replaces.
 *
 * @see RFC 7396, section 2
 */
export function applyMergePatch(target: JsonObject, patch: JsonObject): JsonObject {
  const merged = new Map<string, Json>(Object.entries(target));
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) merged.delete(key);
    else merged.set(key, isObject(value) ? applyMergePatch(asObject(merged.get(key)), value) : value);
  }
  return Object.fromEntries(merged);
}

function asObject(value: Json | undefined): JsonObject {
  return value !== undefined && isObject(value) ? value : {};
}

function isObject(value: Json): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
