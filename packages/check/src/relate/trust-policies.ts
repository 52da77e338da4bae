import { matchPattern, parsePattern } from "@irsa-sim/core/patterns";
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

/** Whether a text is one of the values of a tree. */
export function mentions(tree: LocatedNode, text: string): boolean {
  return knownTexts(tree).has(text);
}

/** Whether a pattern among the values of a tree fits a service account's subject. */
export function mentionsByPattern(tree: LocatedNode, subject: string): boolean {
  return [...subjectsIn(tree)].some((text) => text.includes("*") && matchPattern(parsePattern(text), subject));
}

/** The values of a tree that are service accounts' subjects, or patterns of such. */
export function subjectsIn(tree: LocatedNode): ReadonlySet<string> {
  const found = knownSubjects.get(tree) ?? new Set([...knownTexts(tree)].filter((text) => text.startsWith("system:serviceaccount:")));
  knownSubjects.set(tree, found);
  return found;
}

/** Trees never change, and are asked for by every workload. */
const known = new WeakMap<LocatedNode, ReadonlySet<string>>();
const knownSubjects = new WeakMap<LocatedNode, ReadonlySet<string>>();

function knownTexts(tree: LocatedNode): ReadonlySet<string> {
  const texts = known.get(tree) ?? new Set(textsIn(tree));
  known.set(tree, texts);
  return texts;
}

function textsIn(tree: LocatedNode): readonly string[] {
  if (tree.kind === "scalar") return typeof tree.value === "string" ? [tree.value] : [];
  return (tree.kind === "list" ? tree.items : [...tree.members.values()].map(({ node }) => node)).flatMap(textsIn);
}

/** The statements of a policy, also of one that has a single one without a list. */
export function statementsOf(policy: LocatedNode): readonly LocatedNode[] {
  return itemsOf(memberOf(policy, "Statement"));
}

function itemsOf(node: LocatedNode | null): readonly LocatedNode[] {
  if (node === null) return [];
  return node.kind === "list" ? node.items : [node];
}
