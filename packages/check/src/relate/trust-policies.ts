import { type LocatedNode, memberOf } from "@irsa-sim/documents";

/** Whether a policy says who may, and not what about: only a role's trust policy does. */
export function isTrustPolicy(policy: LocatedNode): boolean {
  const statements = statementsOf(policy);
  const has = (names: readonly string[]): boolean => statements.some((statement) => names.some((name) => memberOf(statement, name) !== null));
  return has(["Principal", "NotPrincipal"]) && !has(["Resource", "NotResource"]);
}

/** The texts under the principals' `Federated`, where they stand. */
export function federatedPrincipals(policy: LocatedNode): readonly LocatedNode[] {
  return statementsOf(policy).flatMap((statement) => itemsOf(memberOf(memberOf(statement, "Principal"), "Federated")));
}

/** Whether a text stands anywhere among the values of a tree. */
export function mentions(tree: LocatedNode, text: string): boolean {
  if (tree.kind === "scalar") return typeof tree.value === "string" && tree.value.includes(text);
  if (tree.kind === "list") return tree.items.some((item) => mentions(item, text));
  return [...tree.members.values()].some(({ node }) => mentions(node, text));
}

function statementsOf(policy: LocatedNode): readonly LocatedNode[] {
  return itemsOf(memberOf(policy, "Statement"));
}

function itemsOf(node: LocatedNode | null): readonly LocatedNode[] {
  if (node === null) return [];
  return node.kind === "list" ? node.items : [node];
}
