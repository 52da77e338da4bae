import type { LocatedNode, Place } from "@irsa-sim/documents";

/** A value, and the way to it, RFC 6901. */
export interface FoundValue {
  readonly pointer: string;
  readonly node: LocatedNode;
}

/**
 * The outermost value that stands at a place, or refers there to one that stands elsewhere; `null` when none begins there.
 *
 * @param trees the documents of the place's file
 */
export function findPointer(trees: readonly LocatedNode[], at: Pick<Place, "line" | "column">): FoundValue | null {
  for (const tree of trees) {
    const found = search(tree, { at, pointer: "" });
    if (found !== null) return found;
  }
  return null;
}

/** A member's name or an item's number as a pointer has it. */
export function toSegment(name: string): string {
  return `/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

function search(node: LocatedNode, { at, pointer }: { readonly at: Pick<Place, "line" | "column">; readonly pointer: string }): FoundValue | null {
  const own = (node.kind === "object" ? node.referredFrom : undefined) ?? node.place;
  if (own.line === at.line && own.column === at.column) return { pointer, node };
  for (const [name, child] of childrenOf(node)) {
    const found = search(child, { at, pointer: pointer + toSegment(name) });
    if (found !== null) return found;
  }
  return null;
}

function childrenOf(node: LocatedNode): readonly (readonly [string, LocatedNode])[] {
  if (node.kind === "scalar") return [];
  return node.kind === "list"
    ? node.items.map((item, index) => [String(index), item] as const)
    : [...node.members].map(([name, member]) => [name, member.node]);
}
