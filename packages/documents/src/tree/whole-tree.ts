import { objectLike } from "./build-node.js";
import type { LocatedNode, Member } from "./located-tree.js";

/** A tree with all its parts made, for whoever looks at them again and again. */
export function wholeTree<Node extends LocatedNode>(node: Node): Node;
export function wholeTree(node: LocatedNode): LocatedNode {
  if (node.kind === "scalar") return node;
  if (node.kind === "list") return { kind: "list", place: node.place, items: node.items.map((item) => wholeTree(item)) };
  const members = [...node.members].map(([name, { keyPlace, node: value }]): [string, Member] => [name, { keyPlace, node: wholeTree(value) }]);
  return objectLike(node, new Map(members));
}
