/**
 * Sets of paths into an object, in the form in which `managedFields` keeps them: a tree whose branches are `f:NAME` for a member, `k:{...}` for the item of a
 * list with such keys, and `v:VALUE` for an item that is a value.
 * @see https://kubernetes.io/docs/reference/using-api/server-side-apply/#managed-fields
 */
import type { Json, JsonObject } from "@irsa-sim/core";

/** A node of the tree. */
export interface PathSet {
  /** Whether the path to here is in the set, and not only some that go on from here. */
  readonly isMember: boolean;
  readonly children: ReadonlyMap<string, PathSet>;
}

/** The set without any path. */
export const EMPTY: PathSet = { isMember: false, children: new Map() };

/** The set of one path, which is here. */
export const HERE: PathSet = { isMember: true, children: new Map() };

/** Whether a set has no path. */
export function isEmpty({ isMember, children }: PathSet): boolean {
  return !isMember && children.size === 0;
}

/** A node with these branches; those without any path are left out. */
export function branching(branches: Iterable<readonly [string, PathSet]>, isMember = false): PathSet {
  return { isMember, children: new Map([...branches].filter(([, child]) => !isEmpty(child))) };
}

/** The paths of either set. */
export function union(a: PathSet, b: PathSet): PathSet {
  const keys = new Set([...a.children.keys(), ...b.children.keys()]);
  return branching(
    [...keys].map((key) => [key, union(at(a, key), at(b, key))] as const),
    a.isMember || b.isMember,
  );
}

/** The paths of the first set that the second has not. */
export function difference(a: PathSet, b: PathSet): PathSet {
  return branching(
    [...a.children].map(([key, child]) => [key, difference(child, at(b, key))] as const),
    a.isMember && !b.isMember,
  );
}

/** The paths of both sets. */
export function intersection(a: PathSet, b: PathSet): PathSet {
  return branching(
    [...a.children].map(([key, child]) => [key, intersection(child, at(b, key))] as const),
    a.isMember && b.isMember,
  );
}

/** What goes on from a node by one branch. */
export function at({ children }: PathSet, key: string): PathSet {
  return children.get(key) ?? EMPTY;
}

/** As `fieldsV1` has it. */
export function toFieldsV1({ isMember, children }: PathSet): JsonObject {
  const own = isMember && children.size > 0 ? [[".", {}] as const] : [];
  const branches = [...children].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, child]) => [key, toFieldsV1(child)] as const);
  return Object.fromEntries([...own, ...branches]);
}

/** Reads `fieldsV1`. */
export function fromFieldsV1(fields: JsonObject): PathSet {
  const branches = Object.entries(fields).filter(([key]) => key !== ".");
  const node = (value: Json): PathSet => {
    const fieldsBelow = (value ?? {}) as JsonObject;
    const below = fromFieldsV1(fieldsBelow);
    return Object.keys(fieldsBelow).length === 0 || "." in fieldsBelow ? { ...below, isMember: true } : below;
  };
  return branching(branches.map(([key, value]) => [key, node(value)] as const));
}

/** All paths as messages write them: `.spec.containers[name="app"].image`. */
export function describePaths({ isMember, children }: PathSet, path = ""): readonly string[] {
  const below = [...children].flatMap(([key, child]) => describePaths(child, `${path}${describeElement(key)}`));
  return isMember ? [path, ...below] : below;
}

function describeElement(key: string): string {
  const rest = key.slice(2);
  if (key.startsWith("f:")) return `.${rest}`;
  if (key.startsWith("v:")) return `[=${rest}]`;
  const keys = Object.entries(JSON.parse(rest) as JsonObject).map(([name, value]) => `${name}=${JSON.stringify(value)}`);
  return `[${keys.join(",")}]`;
}
