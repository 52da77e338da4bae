import type { Json, JsonObject } from "@irsa-sim/core";
import type { GoType } from "../structures/go-type.js";
import { membersOf } from "../structures/members-of.js";
import { zeroOf } from "../structures/zero-of.js";

/**
 * An object with the members that Go writes, in Go's order: what is empty is left out or written as its zero, as its type says.
 *
 * @param structure for example `v1.Pod`
 * @example
 * encodeObject("v1.Pod", { metadata: { name: "web" } }); // { metadata: { name: "web" }, spec: { containers: null }, status: {} }
 */
export function encodeObject(structure: string, object: JsonObject): JsonObject {
  const encoded: Record<string, Json> = {};
  for (const { key, type, omitsEmpty, omitsZero } of membersOf(structure)) {
    const value = object[key];
    if (isStructure(type) ? omitsZero && (value ?? null) === null : omitsEmpty && isEmpty(value, type)) continue;
    encoded[key] = encodeValue(value, type);
  }
  return encoded;
}

function encodeValue(value: Json | undefined, type: GoType): Json {
  if (value === undefined || value === null) return type.kind === "struct" ? encodeObject(type.name, {}) : zeroOf(type);
  switch (type.kind) {
    case "pointer":
      return encodeValue(value, type.of);
    case "struct":
      return encodeObject(type.name, value as JsonObject);
    case "list":
      return (value as readonly Json[]).map((item) => encodeValue(item, type.of));
    case "map":
      return Object.fromEntries(
        Object.entries(value)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([key, member]) => [key, encodeValue(member as Json, type.of)]),
      );
    default:
      return value;
  }
}

/** What Go writes always, empty or not: a quantity too is a structure. */
function isStructure({ kind }: GoType): boolean {
  return kind === "struct" || kind === "time" || kind === "quantity" || kind === "int-or-string" || kind === "raw";
}

/** A pointer is empty when it points nowhere. */
function isEmpty(value: Json | undefined, type: GoType): boolean {
  if (value === undefined || value === null) return true;
  if (type.kind === "pointer") return false;
  return value === "" || value === 0 || value === false || (typeof value === "object" && Object.keys(value).length === 0);
}
