import { type LocatedNode, memberOf, textOf } from "@irsa-sim/documents";
import type { NamedObject } from "./named-object.js";

/** Names of the service accounts as which an operator acts because an object refers to them, such as a SecretStore; by namespace, each with the object. */
export function accountsReferred(objects: readonly NamedObject[]): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const found = new Map<string, Map<string, string>>();
  for (const { kind, namespace, name: own, document } of objects)
    for (const reference of referencesIn(memberOf(document.node, "spec"))) {
      const of = textOf(memberOf(reference, "namespace")) ?? namespace;
      const name = textOf(memberOf(reference, "name"));
      if (name !== null) found.set(of, (found.get(of) ?? new Map<string, string>()).set(name, `${kind} ${namespace}/${own}`));
    }
  return found;
}

function referencesIn(node: LocatedNode | null): readonly LocatedNode[] {
  if (node === null || node.kind === "scalar") return [];
  const own = memberOf(node, "serviceAccountRef");
  const children = node.kind === "list" ? node.items : [...node.members.values()].map(({ node: child }) => child);
  return [...(own === null ? [] : [own]), ...children.flatMap(referencesIn)];
}
