import type { LocatedNode, Member, ObjectNode } from "../tree/located-tree.js";

/** `target` with members of `source` under names of its own; those it has already stay. */
export function withRenamed(target: ObjectNode, source: ReadonlyMap<string, Member>, names: Readonly<Record<string, string>>): LocatedNode {
  const added = Object.entries(names).flatMap(([from, to]) => {
    const member = source.get(from);
    return member === undefined ? [] : [[to, member] as const];
  });
  return { ...target, members: new Map([...added, ...target.members]) };
}
