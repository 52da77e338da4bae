import type { Json, JsonObject } from "@irsa-sim/core";
import { encodeObject } from "@irsa-sim/kubernetes-types";
import type { KubernetesObject } from "./kubernetes-object.js";

/** An object as the server gives it back: members in Go's order, and no list that is empty, which its storage does not know. */
export function asStored<Kind extends KubernetesObject>(kind: string, object: Kind): Kind {
  const whole = object as unknown as JsonObject;
  // Most have none, and nothing is copied.
  return encodeObject(`v1.${kind}`, hasEmptyList(whole) ? (withoutEmptyLists(whole) as JsonObject) : whole) as unknown as Kind;
}

function hasEmptyList(value: Json): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (Array.isArray(value)) return value.length === 0 || value.some(hasEmptyList);
  return Object.values(value).some(hasEmptyList);
}

function withoutEmptyLists(value: Json): Json {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(withoutEmptyLists);
  return Object.fromEntries(Object.entries(value).flatMap(([key, member]) => (isEmptyList(member) ? [] : [[key, withoutEmptyLists(member)] as const])));
}

function isEmptyList(value: Json): boolean {
  return Array.isArray(value) && value.length === 0;
}
