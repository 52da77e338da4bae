import type { Json, JsonObject } from "@irsa-sim/core";
import { encodeObject } from "@irsa-sim/kubernetes-types";
import type { KubernetesObject } from "./kubernetes-object.js";

/** An object as the server gives it back: members in Go's order, and no list that is empty, which its storage does not know. */
export function asStored<Kind extends KubernetesObject>(kind: string, object: Kind): Kind {
  return encodeObject(`v1.${kind}`, withoutEmptyLists(object) as JsonObject) as Kind;
}

function withoutEmptyLists(value: Json): Json {
  if (Array.isArray(value)) return value.map(withoutEmptyLists);
  if (typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value).filter(([, member]) => !(Array.isArray(member) && member.length === 0));
  return Object.fromEntries(kept.map(([key, member]) => [key, withoutEmptyLists(member)]));
}
