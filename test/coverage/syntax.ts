/** What reading a test file needs to know of its syntax tree. */
import type { ESTree } from "rolldown/utils";

export type Node = ESTree.Node;

/** A node and all below it, in the order of the text, but for what is within nodes that are left out. */
export function nodesIn(node: Node, isLeftOut: (node: Node) => boolean = () => false): readonly Node[] {
  const nodes: Node[] = [];
  const visit = (one: Node): void => {
    if (isLeftOut(one)) return;
    nodes.push(one);
    childrenOf(one).forEach(visit);
  };
  visit(node);
  return nodes;
}

/** The nodes directly below one. */
export function childrenOf(node: Node): readonly Node[] {
  return Object.values(node).flat().filter(isNode);
}

/** `x` of `x`, `x.y`, `x(…)`, `x(…).y.z(…)`; `null` when it begins with anything else. */
export function rootOf(node: Node): Extract<Node, { type: "Identifier" }> | null {
  if (node.type === "Identifier") return node;
  if (node.type === "MemberExpression") return rootOf(node.object);
  return node.type === "CallExpression" ? rootOf(node.callee) : null;
}

/** The text of a literal or a template, holes as written; `null` for any other node. */
export function stringOf(node: Node, source: string): string | null {
  if (node.type === "Literal") return typeof node.value === "string" ? node.value : null;
  return node.type === "TemplateLiteral" ? source.slice(node.start + 1, node.end - 1) : null;
}

/** A function written as a value. */
export function isFunction({ type }: Node): boolean {
  return type === "ArrowFunctionExpression" || type === "FunctionExpression";
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value && "start" in value;
}
