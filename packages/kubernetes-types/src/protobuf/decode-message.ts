/** Messages of protobuf as the objects that JSON would have brought. */
import type { Json, JsonObject } from "@irsa-sim/core";
import { DecodingError } from "../decode/decoding-error.js";
import { fieldsOf } from "../fields/field-of.js";
import type { GoType } from "../structures/go-type.js";
import { type Member, membersOf } from "../structures/members-of.js";
import { zeroOf } from "../structures/zero-of.js";
import { readWireFields, type WireField } from "./wire.js";

/**
 * Reads a message as a structure; fields that the structure does not have are passed over.
 *
 * @param structure for example `v1.Pod`
 * @throws {DecodingError}
 */
export function decodeMessage(message: Uint8Array, structure: string): JsonObject {
  const decoded: Record<string, Json> = {};
  const slots = slotsOf(structure);
  for (const { number, value } of readWireFields(message)) {
    const slot = slots.get(number);
    if (slot === undefined) continue;
    if ("embedded" in slot) Object.assign(decoded, decodeMessage(bytesOf(value), slot.embedded));
    else decoded[slot.key] = decodeField(value, slot.type, decoded[slot.key]);
  }
  return decoded;
}

/** Where a field's value goes: to a member, or to the members of an embedded structure. */
type Slot = Pick<Member, "key" | "type"> | { readonly embedded: string };
const known = new Map<string, ReadonlyMap<number, Slot>>();

function slotsOf(structure: string): ReadonlyMap<number, Slot> {
  const found = known.get(structure) ?? new Map(findSlots(structure));
  known.set(structure, found);
  return found;
}

function* findSlots(structure: string): Generator<readonly [number, Slot]> {
  const members = membersOf(structure);
  for (const [key, { number }] of fieldsOf(structure)) {
    if (number === null) continue;
    const embedded = members.find(({ through }) => `...${through[0]}` === key)?.owner;
    const member = members.find((candidate) => candidate.key === key);
    if (embedded !== undefined) yield [number, { embedded }];
    else if (member !== undefined) yield [number, member];
  }
}

/** What stands several times is a list or a map, or else the last of them counts. */
function decodeField(value: WireField["value"], type: GoType, before: Json | undefined): Json {
  if (type.kind === "pointer") return decodeField(value, type.of, before);
  if (type.kind === "list") return [...((before ?? []) as readonly Json[]), decodeOne(value, type.of)];
  if (type.kind === "map") return { ...((before ?? {}) as JsonObject), ...decodeEntry(bytesOf(value), type.of) };
  return decodeOne(value, type);
}

function decodeOne(value: WireField["value"], type: GoType): Json {
  switch (type.kind) {
    case "pointer":
      return decodeOne(value, type.of);
    case "struct":
      return decodeMessage(bytesOf(value), type.name);
    case "bool":
      return numberOf(value) !== 0n;
    case "int32":
    case "int64":
      return Number(BigInt.asIntN(64, numberOf(value)));
    case "string":
      return textOf(value);
    case "bytes":
      return btoa(String.fromCharCode(...bytesOf(value)));
    case "time":
      return decodeTime(bytesOf(value), type.name === "v1.MicroTime");
    case "quantity":
      return textOf(fieldIn(value, 1) ?? new Uint8Array());
    case "int-or-string":
      return numberOf(fieldIn(value, 1) ?? 0n) === 0n ? Number(BigInt.asIntN(32, numberOf(fieldIn(value, 2) ?? 0n))) : textOf(fieldIn(value, 3) ?? EMPTY);
    case "raw":
      return decodeRaw(fieldIn(value, 1) ?? EMPTY);
    // A list within a list or a map is a message that has its items as the first field.
    case "list":
      return [...readWireFields(bytesOf(value))].filter(({ number }) => number === 1).map((item) => decodeOne(item.value, type.of));
    default:
      throw new DecodingError(`proto: no message has a ${type.name} within a list or a map`);
  }
}

const EMPTY = new Uint8Array();

function decodeEntry(entry: Uint8Array, type: GoType): JsonObject {
  const key = fieldIn(entry, 1);
  const value = fieldIn(entry, 2);
  return { [textOf(key ?? EMPTY)]: value === undefined ? zeroOf(type) : decodeOne(value, type) };
}

function decodeTime(message: Uint8Array, isMicro: boolean): Json {
  if (message.length === 0) return null;
  const seconds = Number(BigInt.asIntN(64, numberOf(fieldIn(message, 1) ?? 0n)));
  const micros = Math.floor(Number(numberOf(fieldIn(message, 2) ?? 0n)) / 1000);
  const text = new Date(seconds * 1000).toISOString().slice(0, -".000Z".length);
  return isMicro ? `${text}.${String(micros).padStart(6, "0")}Z` : `${text}Z`;
}

function decodeRaw(bytes: WireField["value"]): Json {
  const text = textOf(bytes);
  try {
    return text === "" ? null : (JSON.parse(text) as Json);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new DecodingError("an embedded object is no JSON");
  }
}

function fieldIn(message: WireField["value"], wanted: number): WireField["value"] | undefined {
  return [...readWireFields(bytesOf(message))].findLast(({ number }) => number === wanted)?.value;
}

function bytesOf(value: WireField["value"]): Uint8Array {
  if (typeof value === "bigint") throw new DecodingError("proto: wrong wireType 0");
  return value;
}

function numberOf(value: WireField["value"]): bigint {
  if (typeof value !== "bigint") throw new DecodingError("proto: wrong wireType 2");
  return value;
}

function textOf(value: WireField["value"]): string {
  return new TextDecoder().decode(bytesOf(value));
}
