import type { LocatedNode } from "../tree/located-tree.js";

/** The text of a node; `null` for any other value, and for none. */
export function textOf(node: LocatedNode | null): string | null {
  return node?.kind === "scalar" && typeof node.value === "string" ? node.value : null;
}
