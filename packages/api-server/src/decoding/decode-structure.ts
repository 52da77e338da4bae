import type { Json, JsonObject } from "@irsa-sim/core";
import { STRUCTURES } from "./structures.js";

/** A body that is not of the kind that it claims; the message is Go's. */
export class DecodingError extends Error {}

/** Where a value stands: the innermost structure, and the keys from the top. */
interface Place {
  readonly structure: string;
  readonly path: readonly string[];
}

/**
 * Reads JSON as a structure of the table: members of the table that are `null` are dropped, the others are of the type they should be.
 *
 * @throws {DecodingError} `json: cannot unmarshal string into Go struct field Pod.spec of type v1.PodSpec`
 */
export function decodeStructure(structure: string, value: JsonObject, path: readonly string[] = []): JsonObject {
  const types = STRUCTURES[structure] ?? {};
  const decoded: Record<string, Json> = { ...value };
  for (const [key, type] of Object.entries(types)) {
    const member = decoded[key];
    if (member === null) delete decoded[key];
    else if (member !== undefined) decoded[key] = decodeValue(type, member, { structure, path: [...path, key] });
  }
  return decoded;
}

function decodeValue(type: string, value: Json, place: Place): Json {
  if (type.startsWith("[]")) {
    const item = type.slice(2);
    if (!Array.isArray(value)) throw unmarshalError(value, `[]${goTypeOf(item)}`, place);
    return value.map((member: Json) => decodeValue(item, member ?? (Object.hasOwn(STRUCTURES, item) ? {} : ""), place));
  }
  if (Object.hasOwn(STRUCTURES, type)) {
    if (!isObject(value)) throw unmarshalError(value, goTypeOf(type), place);
    return decodeStructure(type, value, place.path);
  }
  if (type === "stringMap") return decodeStringMap(value, place);
  const isOfType = type === "int" ? Number.isInteger(value) : typeof value === (type === "bool" ? "boolean" : type);
  if (!isOfType) throw unmarshalError(value, type, place);
  return value;
}

function decodeStringMap(value: Json, place: Place): Json {
  if (!isObject(value)) throw unmarshalError(value, "map[string]string", place);
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, decodeValue("string", member ?? "", place)]));
}

function unmarshalError(value: Json, goType: string, { structure, path }: Place): DecodingError {
  const kind = Array.isArray(value) ? "array" : typeof value === "boolean" ? "bool" : typeof value;
  return new DecodingError(`json: cannot unmarshal ${kind} into Go struct field ${structure}.${path.join(".")} of type ${goType}`);
}

function goTypeOf(type: string): string {
  return Object.hasOwn(STRUCTURES, type) ? `v1.${type}` : type;
}

function isObject(value: Json): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
