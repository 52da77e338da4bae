/** Objects and lists as a JSON Patch goes through them, with what the library says of a place that is none. */
import type { Json } from "@irsa-sim/core";
import { PatchError } from "./patch-error.js";

/** A value that others are in, to be changed in place. */
export type Container = { [name: string]: Json } | Json[];

/** A place: what it is in, and by which key. */
export interface FoundPlace {
  readonly container: Container;
  readonly key: string;
}

/** The place that a pointer names, which need not be there yet; `null` when what it would be in is not there. */
export function findPlace(root: Container, pointer: string): FoundPlace | null {
  const [, ...keys] = pointer.split("/").map(decodeKey);
  const key = keys.pop();
  if (key === undefined) return null;
  let container = root;
  for (const one of keys) {
    const next = valueOrNull(container, one);
    if (typeof next !== "object" || next === null) return null;
    container = next as Container;
  }
  return { container, key };
}

/**
 * The value at a place; `null` where an object has none.
 *
 * @throws {PatchError} for an item that a list does not have
 */
export function valueAt({ container, key }: FoundPlace): Json {
  if (!Array.isArray(container)) return container[key] ?? null;
  return container[indexOf(key, container.length, container.length)] ?? null;
}

/** @throws {PatchError} for an item that cannot be added */
export function addAt({ container, key }: FoundPlace, value: Json): void {
  if (!Array.isArray(container)) container[key] = value;
  else if (key === "-") container.push(value);
  else if (!INTEGER.test(key)) throw new PatchError(`value was not a proper array index: '${key}': ${noNumber(key)}`);
  else container.splice(indexOf(key, container.length + 1, container.length + 1), 0, value);
}

/** @throws {PatchError} for an item that is not there */
export function setAt({ container, key }: FoundPlace, value: Json): void {
  if (Array.isArray(container)) container[indexOf(key, container.length, container.length)] = value;
  else container[key] = value;
}

/** @throws {PatchError} for what is not there */
export function removeAt({ container, key }: FoundPlace): void {
  if (Array.isArray(container)) container.splice(indexOf(key, container.length, container.length), 1);
  else if (!Object.hasOwn(container, key)) throw new PatchError(`Unable to remove nonexistent key: ${key}: missing value`);
  else delete container[key];
}

const INTEGER = /^[+-]?\d+$/;

function noNumber(key: string): string {
  return `strconv.Atoi: parsing ${JSON.stringify(key)}: invalid syntax`;
}

/** An index, from the end where it is negative. */
function indexOf(key: string, length: number, end: number): number {
  if (!INTEGER.test(key)) throw new PatchError(noNumber(key));
  const index = Number(key);
  if (index >= end || index < -length) throw new PatchError(`Unable to access invalid index: ${index}: invalid index referenced`);
  return index < 0 ? index + length : index;
}

function valueOrNull(container: Container, key: string): Json {
  try {
    return valueAt({ container, key });
  } catch (error) {
    if (!(error instanceof PatchError)) throw error;
    return null;
  }
}

function decodeKey(key: string): string {
  return key.replaceAll("~1", "/").replaceAll("~0", "~");
}
