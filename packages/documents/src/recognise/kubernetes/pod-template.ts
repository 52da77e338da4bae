import { type LocatedNode, memberOf, type ObjectNode } from "../../tree/located-tree.js";

/** The pod template in an object of whatever kind, known by its shape: the first `template` below `spec` with a list of containers; `null` for none. */
export function podTemplateIn(object: LocatedNode): ObjectNode | null {
  return templateBelow(memberOf(object, "spec"));
}

function templateBelow(node: LocatedNode | null): ObjectNode | null {
  if (node?.kind !== "object") return null;
  const template = memberOf(node, "template");
  if (template?.kind === "object" && memberOf(memberOf(template, "spec"), "containers")?.kind === "list") return template;
  for (const { node: member } of node.members.values()) {
    const found = templateBelow(member);
    if (found !== null) return found;
  }
  return null;
}
