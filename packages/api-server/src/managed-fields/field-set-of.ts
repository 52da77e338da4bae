import type { Json } from "@irsa-sim/core";
import { isSame } from "../storage/is-same.js";
import { branching, EMPTY, HERE, type PathSet, union } from "./path-set.js";
import { partsOf, type Shape } from "./shape.js";

/** The paths that a value sets: those of its leaves, of items of lists, and of members of maps. */
export function fieldSetOf(value: Json, shape: Shape): PathSet {
  if (shape.kind === "whole") return HERE;
  return branching(
    partsOf(value, shape).map((part) => {
      const below = fieldSetOf(part.value, part.shape);
      const isOwn = shape.kind !== "structure" || isLeaf(part.value);
      return [part.branch, isOwn ? { ...below, isMember: true } : below] as const;
    }),
  );
}

function isLeaf(value: Json): boolean {
  return value === null || (typeof value === "object" && !Array.isArray(value) && Object.keys(value).length === 0);
}

/** What became of the paths of a value. */
export interface Comparison {
  /** Those that are there now, and those whose value is another. */
  readonly written: PathSet;
  readonly removed: PathSet;
}

/** Compares a value with what it was; `undefined` for what was not there, or is no more. */
export function compareFields(before: Json | undefined, after: Json | undefined, shape: Shape): Comparison {
  if (before === undefined || after === undefined) {
    const all = after ?? before;
    const paths = all === undefined ? EMPTY : { ...fieldSetOf(all, shape), isMember: true };
    return after === undefined ? { written: EMPTY, removed: paths } : { written: paths, removed: EMPTY };
  }
  if (shape.kind === "whole") return { written: isSame(before, after) ? EMPTY : HERE, removed: EMPTY };
  const [was, is] = [before, after].map((value) => new Map(partsOf(value, shape).map((part) => [part.branch, part])));
  const branches = [...new Set([...(was?.keys() ?? []), ...(is?.keys() ?? [])])];
  const compared = branches.map((branch) => {
    const [one, other] = [was?.get(branch), is?.get(branch)];
    return [branch, compareFields(one?.value, other?.value, (other ?? one)?.shape ?? shape)] as const;
  });
  return {
    written: branching(compared.map(([branch, { written }]) => [branch, written] as const)),
    removed: branching(compared.map(([branch, { removed }]) => [branch, removed] as const)),
  };
}

/** All paths of several sets. */
export function unionOf(sets: readonly PathSet[]): PathSet {
  return sets.reduce(union, EMPTY);
}
