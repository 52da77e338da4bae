import { type LocatedNode, withMember } from "./located-tree.js";

/** An object with a member changed; `node` itself when it has no such member. */
export function changeMember(node: LocatedNode, key: string, change: (node: LocatedNode) => LocatedNode): LocatedNode {
  const member = node.kind === "object" ? node.members.get(key) : undefined;
  return node.kind === "object" && member !== undefined ? withMember(node, key, { ...member, node: change(member.node) }) : node;
}

/** An object with several members changed, each where it has it; `node` itself when it is none. */
export function changeMembers(node: LocatedNode, changes: Readonly<Record<string, (node: LocatedNode) => LocatedNode>>): LocatedNode {
  return Object.entries(changes).reduce((changed, [key, change]) => changeMember(changed, key, change), node);
}

/** An object with every member changed; `node` itself when it is none. */
export function changeEach(node: LocatedNode, change: (node: LocatedNode, key: string) => LocatedNode): LocatedNode {
  if (node.kind !== "object") return node;
  return { ...node, members: new Map([...node.members].map(([key, member]) => [key, { ...member, node: change(member.node, key) }])) };
}
