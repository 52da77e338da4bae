/** `${issuer}` and its like in `scenario.yaml`; any other `${…}` is left alone, since policies have variables of their own. */
import type { LocatedNode, Member } from "./located-tree.js";

/** The tree with variables replaced in keys and texts. */
export function substituteVariables(node: LocatedNode, variables: Readonly<Record<string, string>>): LocatedNode {
  const replace = (text: string): string => text.replaceAll(/\$\{(\w+)\}/g, (reference, name: string) => variables[name] ?? reference);
  if (node.kind === "scalar") return typeof node.value === "string" ? { ...node, value: replace(node.value) } : node;
  if (node.kind === "list") return { ...node, items: node.items.map((item) => substituteVariables(item, variables)) };
  const members = [...node.members].map(([key, member]): [string, Member] => [replace(key), { ...member, node: substituteVariables(member.node, variables) }]);
  return { ...node, members: new Map(members) };
}
