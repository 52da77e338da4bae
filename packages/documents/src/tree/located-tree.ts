/**
 * Values that remember where they were written. Files are merged, patched and checked in this form, so that a fault, and later a refusal, can name its place.
 */
import type { Json } from "@irsa-sim/core";

/** A place in a file; line and column from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** One member of an object: where its key stands, and its value. */
export interface Member {
  readonly keyPlace: Place;
  readonly node: LocatedNode;
}

/** A value with its place. */
export type LocatedNode =
  | { readonly kind: "scalar"; readonly place: Place; readonly value: null | boolean | number | string }
  | { readonly kind: "list"; readonly place: Place; readonly items: readonly LocatedNode[] }
  | {
      readonly kind: "object";
      readonly place: Place;
      readonly members: ReadonlyMap<string, Member>;
      /** What refers to it, where its members are written in another place than where it counts. */
      readonly referredFrom?: Place;
    };

/** An object node. */
export type ObjectNode = Extract<LocatedNode, { kind: "object" }>;

/** The plain value. */
export function toJson(node: LocatedNode): Json {
  if (node.kind === "scalar") return node.value;
  if (node.kind === "list") return node.items.map(toJson);
  return Object.fromEntries([...node.members].map(([key, { node: value }]) => [key, toJson(value)]));
}

/** The member of an object; `null` when there is none, or the node is no object. */
export function memberOf(node: LocatedNode | null, key: string): LocatedNode | null {
  return node?.kind === "object" ? (node.members.get(key)?.node ?? null) : null;
}

/** An object like `node`, with a member set, or taken away for `null`. */
export function withMember(node: ObjectNode, key: string, member: Member | null): ObjectNode {
  const members = new Map(node.members);
  if (member === null) members.delete(key);
  else members.set(key, member);
  return { ...node, members };
}

/** The node at a path, or the nearest one above it that exists. */
export function nearest(node: LocatedNode, path: readonly (string | number)[]): LocatedNode {
  let found = node;
  for (const segment of path) {
    const next = childOf(found, segment);
    if (next === null) return found;
    found = next;
  }
  return found;
}

/** Where the value at a path is written: one that is referred to where it is referred to, what is in it where that stands, and what is not there where it would stand. */
export function placeAt(node: LocatedNode, path: readonly (string | number)[]): Place {
  let found = node;
  for (const segment of path) {
    const next = childOf(found, segment);
    if (next === null) return found.place;
    found = next;
  }
  return (found.kind === "object" ? found.referredFrom : undefined) ?? found.place;
}

function childOf(node: LocatedNode, segment: string | number): LocatedNode | null {
  return node.kind === "list" ? (node.items[Number(segment)] ?? null) : memberOf(node, String(segment));
}
