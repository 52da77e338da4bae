/**
 * Reads a value as a type of Go, as Kubernetes' own reader of JSON does: keys in their own case, numbers as they are written, and everything that is not
 * known or stands twice is told.
 * @see https://pkg.go.dev/sigs.k8s.io/json
 */
import type { Json, JsonObject } from "@irsa-sim/core";
import type { GoValue } from "../json/go-value.js";
import { canonicalQuantity } from "../quantity/canonical-quantity.js";
import type { GoType } from "../structures/go-type.js";
import { type Member, membersOf } from "../structures/members-of.js";
import { zeroOf } from "../structures/zero-of.js";
import { decodeTime } from "./decode-time.js";
import { DecodingError } from "./decoding-error.js";
import { findBase64Error } from "./find-base64-error.js";

/** Where a value stands, and who is told of what is dropped. */
export interface DecodingContext {
  /** The innermost structure, for example `PodSpec`; `null` at the top. */
  readonly structure: string | null;
  /** Keys from the top, as Go's messages have them: with embedded structures, without positions in lists. */
  readonly path: readonly string[];
  /** As the strict reader's messages have it: `spec.containers[0]`. */
  readonly place: string;
  /** Takes `unknown field "spec.nope"` and `duplicate field "spec.nodeName"`. */
  readonly told: (problem: string) => void;
}

/**
 * Decodes a value; what is absent or `null` is left out.
 *
 * @param before what stands there already, when a member stands twice
 * @throws {DecodingError} in Go's words
 */
export function decodeValue(value: GoValue, type: GoType, context: DecodingContext, before?: Json): Json | undefined {
  if (value.kind === "null") return type.kind === "quantity" ? "0" : before;
  switch (type.kind) {
    case "pointer":
      return decodeValue(value, type.of, context, before);
    case "struct":
      return value.kind === "object" ? decodeStruct(value, type, context, before) : refuse(value, type.name, context);
    case "map":
      return value.kind === "object" ? decodeMap(value, type, context, before) : refuse(value, type.name, context);
    case "list":
      return value.kind === "array" ? decodeList(value, type, context, before) : refuse(value, type.name, context);
    case "int32":
    case "int64":
      return decodeInteger(value, type, context);
    default:
      return decodeScalar(value, type, context);
  }
}

function decodeScalar(value: GoValue, type: GoType, context: DecodingContext): Json {
  switch (type.kind) {
    case "bool":
      return value.kind === "bool" ? value.value : refuse(value, type.name, context);
    case "time":
      return value.kind === "string" ? decodeTime(value.value) : refuse(value, "string", context);
    case "quantity":
      return canonicalQuantity(value.kind === "string" ? value.value : value.kind === "number" ? value.text : "");
    case "int-or-string":
      return value.kind === "string" ? value.value : decodeInteger(value, { kind: "int32", name: "int32" }, context);
    case "raw":
      return plainOf(value);
    case "bytes": {
      if (value.kind !== "string") return refuse(value, type.name, context);
      const problem = findBase64Error(value.value);
      if (problem !== null) throw new DecodingError(problem);
      return value.value;
    }
    default:
      return value.kind === "string" ? value.value : refuse(value, type.name, context);
  }
}

function decodeStruct({ members }: GoValue & { readonly kind: "object" }, { name }: GoType, context: DecodingContext, before?: Json): JsonObject {
  const byKey = new Map(membersOf(name).map((member) => [member.key, member]));
  const decoded: Record<string, Json> = { ...(before as JsonObject | undefined) };
  const seen = new Set<string>();
  for (const [key, value] of members) {
    const member = byKey.get(key);
    const place = context.place === "" ? key : `${context.place}.${key}`;
    if (member === undefined) {
      if (!seen.has(key)) context.told(`unknown field ${JSON.stringify(place)}`);
    } else {
      if (seen.has(key)) context.told(`duplicate field ${JSON.stringify(place)}`);
      const found = decodeValue(value, member.type, within(context, name, member, place), decoded[key]);
      if (found !== undefined) decoded[key] = found;
    }
    seen.add(key);
  }
  return decoded;
}

function within(context: DecodingContext, structure: string, { key, through }: Member, place: string): DecodingContext {
  return { told: context.told, place, structure: structure.replace(/^\w+\./, ""), path: [...context.path, ...through, key] };
}

function decodeMap(
  { members }: GoValue & { readonly kind: "object" },
  type: GoType & { readonly kind: "list" | "map" },
  context: DecodingContext,
  before?: Json,
): JsonObject {
  const decoded: Record<string, Json> = { ...(before as JsonObject | undefined) };
  const seen = new Set<string>();
  for (const [key, value] of members) {
    const place = `${context.place}.${key}`;
    if (seen.has(key)) context.told(`duplicate field ${JSON.stringify(place)}`);
    seen.add(key);
    decoded[key] = decodeValue(value, type.of, { ...context, place }) ?? zeroOf(type.of);
  }
  return decoded;
}

/** A list that stands twice is written over item by item, and is as long as the later one. */
function decodeList(
  { items }: GoValue & { readonly kind: "array" },
  type: GoType & { readonly kind: "list" | "map" },
  context: DecodingContext,
  before: Json = [],
): Json {
  const earlier = before as readonly Json[];
  return items.map((item, index) => decodeValue(item, type.of, { ...context, place: `${context.place}[${index}]` }, earlier[index]) ?? zeroOf(type.of));
}

function decodeInteger(value: GoValue, { kind, name }: GoType, context: DecodingContext): number {
  if (value.kind !== "number") return refuse(value, name, context);
  const limit = kind === "int32" ? 2n ** 31n : 2n ** 63n;
  const integer = /^-?\d+$/.test(value.text) ? BigInt(value.text) : null;
  if (integer === null || integer >= limit || integer < -limit) throw unmarshalError(`number ${value.text}`, name, context);
  return Number(integer);
}

function refuse(value: GoValue, goType: string, context: DecodingContext): never {
  throw unmarshalError(value.kind, goType, context);
}

function unmarshalError(found: string, goType: string, { structure, path }: DecodingContext): DecodingError {
  const target = structure === null ? `value of type ${goType}` : `struct field ${structure}.${path.join(".")} of type ${goType}`;
  return new DecodingError(`json: cannot unmarshal ${found} into Go ${target}`);
}

function plainOf(value: GoValue): Json {
  switch (value.kind) {
    case "null":
      return null;
    case "number":
      return Number(value.text);
    case "array":
      return value.items.map(plainOf);
    case "object":
      return Object.fromEntries(value.members.map(([key, member]) => [key, plainOf(member)]));
    default:
      return value.value;
  }
}
