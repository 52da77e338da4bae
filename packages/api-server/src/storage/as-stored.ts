import type { Json, JsonObject } from "@irsa-sim/core";
import { encodeObject } from "@irsa-sim/kubernetes-types";
import type { KubernetesObject } from "./kubernetes-object.js";

/** An object as the server gives it back: members in Go's order, and no list that is empty, which its storage does not know. */
export function asStored<Kind extends KubernetesObject>(kind: string, object: Kind): Kind {
  return encodeObject(`v1.${kind}`, withoutEmptyLists(object) as JsonObject) as Kind;
}

/** The value itself where it has none: most have none, and nothing is copied. */
function withoutEmptyLists(value: Json): Json {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) {
    const items = value.map(withoutEmptyLists);
    return items.every((item, index) => item === value[index]) ? value : items;
  }
  const members = Object.entries(value);
  const kept = members.flatMap(([key, member]) => (isEmptyList(member) ? [] : [[key, withoutEmptyLists(member)] as const]));
  const isWhole = kept.length === members.length && kept.every(([, member], index) => member === members[index]?.[1]);
  return isWhole ? value : Object.fromEntries(kept);
}

function isEmptyList(value: Json): boolean {
  return Array.isArray(value) && value.length === 0;
}
