/** Plain values with maps and bytes in them, as JSON and back. */
import type { Json } from "@irsa-sim/core";

/** Where bytes are put that are too many to stand in a text. */
export interface ByteStore {
  /** @returns the name under which they are found again */
  put(bytes: Uint8Array): string;
  /** @throws when they are not there, or others */
  get(name: string): Uint8Array;
}

/** The only member of an object that stands for something that JSON has not. */
const MAP = "$map";
const BYTES = "$bytes";
const STORED = "$stored";
/** An object whose members would be taken for one of these. */
const OBJECT = "$object";
const MARKS: ReadonlySet<string> = new Set([MAP, BYTES, STORED, OBJECT]);

const MAX_INLINE_BYTES = 1024;

/**
 * Writes a value as JSON has it; members that are `undefined` are left out.
 *
 * @throws {TypeError} for what is neither plain nor a map nor bytes
 * @example encodeValue(new Map([["a", 1]]), store) // => { $map: [["a", 1]] }
 */
export function encodeValue(value: unknown, store: ByteStore): Json {
  if (value === null || typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number" && Number.isFinite(value)) return value;
  if (Array.isArray(value)) return value.map((one) => encodeValue(one, store));
  if (value instanceof Map) return { [MAP]: [...value].map(([key, one]) => [encodeValue(key, store), encodeValue(one, store)]) };
  if (value instanceof Uint8Array) return value.length <= MAX_INLINE_BYTES ? { [BYTES]: toBase64(value) } : { [STORED]: store.put(value) };
  if (typeof value !== "object" || Object.getPrototypeOf(value) !== Object.prototype) throw new TypeError(`a ${typeof value} is no plain value`);
  const members = Object.entries(value).flatMap(([name, one]) => (one === undefined ? [] : [[name, encodeValue(one, store)] as const]));
  return members.some(([name]) => MARKS.has(name)) ? { [OBJECT]: members.map(([name, one]) => [name, one]) } : Object.fromEntries(members);
}

/**
 * Reads what {@link encodeValue} wrote.
 *
 * @throws what the store throws
 */
export function decodeValue(json: Json, store: ByteStore): unknown {
  if (json === null || typeof json !== "object") return json;
  if (Array.isArray(json)) return json.map((one) => decodeValue(one as Json, store));
  const [[mark, content] = ["", null]] = Object.entries(json);
  if (mark === MAP) return new Map(pairsOf(content, store).map(([key, one]) => [decodeValue(key, store), one]));
  if (mark === BYTES) return fromBase64(content as string);
  if (mark === STORED) return store.get(content as string);
  if (mark === OBJECT) return Object.fromEntries(pairsOf(content, store));
  return Object.fromEntries(Object.entries(json).map(([name, one]) => [name, decodeValue(one as Json, store)]));
}

function pairsOf(content: Json | undefined, store: ByteStore): (readonly [Json, unknown])[] {
  return (content as readonly (readonly [Json, Json])[]).map(([key, one]) => [key, decodeValue(one, store)] as const);
}

function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}
