/**
 * Reads a value as a type of Go, as Kubernetes' own reader of JSON does: keys in their own case, numbers as they are written, and everything that is not
 * known or stands twice is told.
 * Differs from Go in integers beyond 2^53, which are rounded.
 * @see https://pkg.go.dev/sigs.k8s.io/json
 */
import type { Json, JsonObject } from "@irsa-sim/core";
import type { GoValue } from "../json/go-value.js";
import { writtenQuantity } from "../quantity/written-quantity.js";
import type { GoType } from "../structures/go-type.js";
import { type Member, memberNamed } from "../structures/members-of.js";
import { zeroOf } from "../structures/zero-of.js";
import { decodeTime } from "./decode-time.js";
import { DecodingError } from "./decoding-error.js";
import { findBase64Error } from "./find-base64-error.js";

/** Where a value stands, and who is told of what is dropped. */
export interface DecodingContext {
  /** The innermost structure, for example `v1.PodSpec`; `null` at the top. */
  readonly structure: string | null;
  /** Keys from the top, as Go's messages have them: with embedded structures, without positions in lists. */
  readonly path: readonly string[];
  /** As the strict reader's messages have it: `spec.containers[0]`. */
  readonly place: string;
  /** Takes `unknown field "spec.nope"` and `duplicate field "spec.nodeName"`. */
  readonly told: (problem: string) => void;
  /** How members and quantities are read. */
  readonly reader: Reader;
  /** Takes what is wrong; the rest is read nevertheless, and the first fault is the one that Go tells, unless a type that reads itself has one. */
  readonly failed: (error: DecodingError, isOfOwnReader?: boolean) => void;
}

/** What readers of JSON do each in their own way. */
export interface Reader {
  /** The member of a structure that a key means. */
  memberOf(structure: string, key: string): Member | undefined;
  /** A quantity as it is kept. */
  quantity(text: string): string;
}

/** As an API server reads: keys in their own case. */
export const EXACT: Reader = { memberOf: (structure, key) => memberNamed(structure, key, false), quantity: writtenQuantity };

/**
 * Decodes a value; what is absent, `null` or of the wrong kind is left out.
 *
 * @param before what stands there already, when a member stands twice
 */
export function decodeValue(value: GoValue, type: GoType, context: DecodingContext, before?: Json): Json | undefined {
  if (value.kind === "null") return type.kind === "quantity" ? "0" : canBeNil(type) ? undefined : before;
  switch (type.kind) {
    case "pointer":
      return decodeValue(value, type.of, context, before);
    case "struct":
      return value.kind === "object" ? decodeStruct(value, type, context, before) : refuse(value, type.name, context, before);
    case "map":
      return value.kind === "object" ? decodeMap(value, type, context, before) : refuse(value, type.name, context, before);
    case "list":
      return value.kind === "array" ? decodeList(value, type, context, before) : refuse(value, type.name, context, before);
    case "int32":
    case "int64":
      return decodeInteger(value, type, context) ?? before;
    default:
      return decodeScalar(value, type, context) ?? before;
  }
}

/** Types that read themselves: where one fails, Go reads no further. */
const OWN_READERS: readonly GoType["kind"][] = ["time", "quantity", "int-or-string"];

function decodeScalar(value: GoValue, type: GoType, outer: DecodingContext): Json | undefined {
  const context = OWN_READERS.includes(type.kind) ? { ...outer, failed: (error: DecodingError) => outer.failed(error, true) } : outer;
  switch (type.kind) {
    case "bool":
      return value.kind === "bool" ? value.value : refuse(value, type.name, context);
    case "time":
      return value.kind === "string" ? attempt(context, () => decodeTime(value.value)) : refuse(value, "string", context);
    case "quantity":
      return attempt(context, () => context.reader.quantity(quantityText(value)));
    case "int-or-string":
      return value.kind === "string" ? value.value : decodeInteger(value, { kind: "int32", name: "int32" }, context);
    case "raw":
      return plainOf(value);
    case "bytes": {
      if (value.kind !== "string") return refuse(value, type.name, context);
      const problem = findBase64Error(value.value);
      if (problem !== null) context.failed(new DecodingError(problem));
      return problem === null ? value.value : undefined;
    }
    default:
      return value.kind === "string" ? value.value : refuse(value, type.name, context);
  }
}

function decodeStruct({ members }: GoValue & { readonly kind: "object" }, { name }: GoType, context: DecodingContext, before?: Json): JsonObject {
  const { memberOf } = context.reader;
  const decoded: Record<string, Json> = { ...(before as JsonObject | undefined) };
  const seen = new Set<string>();
  for (const [key, value] of members) {
    const member = memberOf(name, key);
    const place = context.place === "" ? key : `${context.place}.${key}`;
    if (member === undefined) {
      if (!seen.has(key)) context.told(`unknown field ${JSON.stringify(place)}`);
    } else {
      if (seen.has(key)) context.told(`duplicate field ${JSON.stringify(place)}`);
      const found = decodeValue(value, member.type, within(context, name, member, place), decoded[member.key]);
      if (found !== undefined) decoded[member.key] = found;
      else if (value.kind === "null" && canBeNil(member.type)) delete decoded[member.key];
    }
    seen.add(key);
  }
  return decoded;
}

function canBeNil({ kind }: GoType): boolean {
  return kind === "pointer" || kind === "list" || kind === "map" || kind === "bytes";
}

/** What is no text is read as it is written: a boolean or an object is no quantity. */
function quantityText(value: GoValue): string {
  if (value.kind === "string") return value.value;
  return value.kind === "number" ? value.text : "";
}

// Written out, member by member: a literal that begins with a spread and goes on is a shape of its own each time.
function within({ path, told, reader, failed }: DecodingContext, structure: string, { key, through }: Member, place: string): DecodingContext {
  return { structure, path: [...path, ...through, key], place, told, reader, failed };
}

function at({ structure, path, told, reader, failed }: DecodingContext, place: string): DecodingContext {
  return { structure, path, place, told, reader, failed };
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
    decoded[key] = decodeValue(value, type.of, at(context, place)) ?? zeroOf(type.of);
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
  return items.map((item, index) => decodeValue(item, type.of, at(context, `${context.place}[${index}]`), earlier[index]) ?? zeroOf(type.of));
}

function decodeInteger(value: GoValue, { kind, name }: GoType, context: DecodingContext): Json | undefined {
  if (value.kind !== "number") return refuse(value, name, context);
  const limit = kind === "int32" ? 2n ** 31n : 2n ** 63n;
  const integer = /^-?\d+$/.test(value.text) ? BigInt(value.text) : null;
  if (integer !== null && integer < limit && integer >= -limit) return Number(integer);
  context.failed(unmarshalError(`number ${value.text}`, name, context));
  return undefined;
}

function refuse(value: GoValue, goType: string, context: DecodingContext, before?: Json): Json | undefined {
  context.failed(unmarshalError(value.kind, goType, context));
  return before;
}

function attempt(context: DecodingContext, read: () => string): string | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof DecodingError)) throw error;
    context.failed(error);
    return undefined;
  }
}

function unmarshalError(found: string, goType: string, { structure, path }: DecodingContext): DecodingError {
  const target = structure === null ? `value of type ${goType}` : `struct field ${structure.replace(/^\w+\./, "")}.${path.join(".")} of type ${goType}`;
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
