import type { LocatedNode, Member, ObjectNode, Place } from "./located-tree.js";

/** A text, number, truth or nothing that stands at a place. */
export function scalarAt(place: Place, value: null | boolean | number | string): LocatedNode {
  return { kind: "scalar", place, value };
}

/** A list that stands at a place; each item has its own. */
export function listAt(place: Place, items: readonly LocatedNode[]): LocatedNode {
  return { kind: "list", place, items };
}

/** An object that stands at a place; each member has its own, and those that are `null` or `undefined` are left out. */
export function objectAt(place: Place, members: Readonly<Record<string, LocatedNode | null | undefined>>): ObjectNode {
  const present = Object.entries(members).flatMap(([name, node]): [string, Member][] =>
    node === null || node === undefined ? [] : [[name, { keyPlace: node.place, node }]],
  );
  return { kind: "object", place, members: new Map(present) };
}

/** An object with other members, where another one stands and is referred to; the members of that one, which may not be made yet, are not asked for. */
export function objectLike({ place, referredFrom }: ObjectNode, members: ReadonlyMap<string, Member>): ObjectNode {
  return { kind: "object", place, members, ...(referredFrom === undefined ? {} : { referredFrom }) };
}
