import type { Json, JsonObject } from "@irsa-sim/core";

/**
 * The JSON merge patch (RFC 7396) that `kubectl apply` sends: all that the file says now, and `null` for what it said the last time and says no more. What
 * others put into the object meanwhile stays.
 *
 * @example mergePatchBetween({ a: { b: 1, c: 2 } }, { a: { b: 1 } }) // => { a: { b: 1, c: null } }
 */
export function mergePatchBetween(last: JsonObject, next: JsonObject): JsonObject {
  const gone = Object.keys(last).filter((key) => !Object.hasOwn(next, key));
  const kept = Object.entries(next).map(([key, value]) => [key, isObject(value) && isObject(last[key]) ? mergePatchBetween(last[key], value) : value] as const);
  return Object.fromEntries([...kept, ...gone.map((key) => [key, null] as const)]);
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
