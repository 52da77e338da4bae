import { type LocatedNode, memberOf } from "../tree/located-tree.js";

/** The items of a `kind: List`, as kubectl prints several objects; any other document is one itself. */
export function kubernetesObjectsIn(document: LocatedNode): readonly LocatedNode[] {
  const items = memberOf(document, "items");
  const kind = memberOf(document, "kind");
  return kind?.kind === "scalar" && kind.value === "List" && items?.kind === "list" ? items.items : [document];
}
