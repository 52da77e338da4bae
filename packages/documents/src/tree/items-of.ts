import type { LocatedNode } from "./located-tree.js";

/** The items of a list; none of any other value, and of none. */
export function itemsOf(node: LocatedNode | null): readonly LocatedNode[] {
  return node?.kind === "list" ? node.items : [];
}
