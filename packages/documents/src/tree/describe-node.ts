import type { LocatedNode } from "./located-tree.js";

/** A node's value, for the words "found …". */
export function describeNode(node: LocatedNode): string {
  if (node.kind === "list") return `a list of ${node.items.length}`;
  if (node.kind === "object") return "an object";
  if (typeof node.value === "string") return JSON.stringify(node.value);
  return node.value === null ? "nothing" : `the ${typeof node.value} ${String(node.value)}`;
}
