/**
 * Reads JSON into a typed structure as Go's standard decoder does: unknown members are dropped, keys match in any case, `null` is zero.
 * Differs from Go where `JSON.parse` came before: integers beyond 2^53 are rounded, and `1.0` counts as an integer.
 * @see webhook.md, sections 8 and 9.2
 */
import { canonicalQuantity } from "@irsa-sim/kubernetes-types";
import { type Field, fieldsOf, isStructure } from "./fields-of.js";
import { isKnownIn } from "./known-since.js";
import type { TypedObject, TypedValue } from "./typed-value.js";
import { type Place, unmarshalError } from "./unmarshal-error.js";

/**
 * Decodes `value` as the structure of that name.
 *
 * @throws {DecodingError} in Go's words when a member is of the wrong kind, or a quantity does not parse
 */
export function decodeStructure(structure: string, value: unknown, place: Place = { structure: null, path: [] }): TypedObject {
  if (!isObject(value)) throw unmarshalError(value, `v1.${structure}`, place);
  const fields = new Map(
    fieldsOf(structure)
      .filter(({ key }) => isKnownIn(`${structure}.${key}`, place.minorVersion))
      .map((field) => [field.key.toLowerCase(), field]),
  );
  const decoded: Record<string, TypedValue> = {};
  for (const [key, member] of Object.entries(value)) {
    const field = fields.get(key.toLowerCase());
    if (field !== undefined && member !== null) decoded[field.key] = decodeField(field, member, { ...place, structure, path: [...place.path, field.key] });
  }
  return decoded;
}

function decodeField({ type, isList }: Field, value: unknown, place: Place): TypedValue {
  if (!isList) return decodeValue(type, value, place);
  if (!Array.isArray(value)) throw unmarshalError(value, `[]${goTypeOf(type)}`, place);
  return value.map((item: unknown) => (item === null ? zeroOf(type) : decodeValue(type, item, place)));
}

function decodeValue(type: string, value: unknown, place: Place): TypedValue {
  if (isStructure(type)) return decodeStructure(type, value, place);
  switch (type) {
    case "bool":
      if (typeof value === "boolean") return value;
      break;
    case "int32":
    case "int64":
      if (isInteger(value, type)) return value;
      break;
    case "IntOrString":
      if (typeof value === "string" || isInteger(value, "int32")) return value;
      throw unmarshalError(value, "int32", { structure: null, path: [] });
    case "Quantity":
      return decodeQuantity(value);
    case "ResourceList":
    case "stringMap":
      return decodeMap(type, value, place);
    default:
      if (typeof value === "string") return value;
  }
  throw unmarshalError(value, goTypeOf(type), place);
}

function decodeMap(type: "ResourceList" | "stringMap", value: unknown, place: Place): TypedObject {
  if (!isObject(value)) throw unmarshalError(value, goTypeOf(type), place);
  const item = type === "ResourceList" ? "Quantity" : "string";
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, member === null ? zeroOf(item) : decodeValue(item, member, place)]));
}

function decodeQuantity(value: unknown): string {
  return canonicalQuantity(typeof value === "string" ? value : JSON.stringify(value));
}

/** What `null` in a list or map becomes. */
function zeroOf(type: string): TypedValue {
  if (isStructure(type)) return {};
  if (type === "Quantity") return "0";
  return type === "int32" || type === "int64" ? 0 : "";
}

function goTypeOf(type: string): string {
  if (type === "stringMap") return "map[string]string";
  return isStructure(type) || type === "ResourceList" ? `v1.${type}` : type;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isInteger(value: unknown, type: "int32" | "int64"): value is number {
  return Number.isInteger(value) && Math.abs(value as number) <= (type === "int32" ? 2 ** 31 - 1 : 2 ** 63);
}
