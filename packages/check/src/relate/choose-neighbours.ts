import { type LocatedNode, memberOf, textOf } from "@irsa-sim/documents";
import type { Inventory, NamedObject, Workload } from "../gather/inventory.js";
import type { MeantRole } from "./choose-role.js";
import { indexOf } from "./inventory-index.js";
import type { RelatedRole } from "./relation.js";
import { roleNameIn } from "./role-name-in.js";
import { roleOf } from "./service-account-of.js";
import { subjectsIn } from "./trust-policies.js";

/** More say nothing that these do not. */
const MAX_NEIGHBOURS = 20;

/** The service accounts as which a workload whose own names no role may have been meant to run: those of its namespace that name one and that nobody uses. */
export function accountsMeant({ namespace }: Workload, inventory: Inventory): readonly NamedObject[] {
  const { usedIn, accountsIn } = indexOf(inventory);
  const used = usedIn.get(namespace);
  return (accountsIn.get(namespace) ?? []).filter((account) => roleOf(account, inventory) !== null && !used?.has(account.name)).slice(0, MAX_NEIGHBOURS);
}

/** The service accounts that trust policies name: they may need the role that the workload asks for. */
export function accountsTrusted(roles: readonly RelatedRole[], inventory: Inventory): readonly NamedObject[] {
  const policies = roles.flatMap(({ node }) => memberOf(node, "trustPolicy") ?? []);
  const { accounts } = indexOf(inventory);
  return [...new Set(policies.flatMap((policy) => [...subjectsIn(policy)]))].flatMap((subject) => accounts.get(subject) ?? []);
}

/** The roles that a workload may have been meant to ask for: those of such accounts, and those whose ARN stands in an annotation that nobody reads. */
export function rolesMeant({ podMetadata }: Workload, { given, subject, meant }: Meaning, inventory: Inventory): readonly MeantRole[] {
  const unread = [podMetadata, memberOf(given?.document.node ?? null, "metadata")].flatMap((metadata) => arnsIn(memberOf(metadata, "annotations")));
  return [
    ...meant.flatMap((account) => {
      const arn = textOf(roleOf(account, inventory));
      return arn === null ? [] : [{ arn, subject: `system:serviceaccount:${account.namespace}:${account.name}` }];
    }),
    ...unread.map((arn) => ({ arn, subject })),
  ];
}

/** What a workload runs as, and what it may have been meant to. */
interface Meaning {
  /** `null` when it is not given. */
  readonly given: NamedObject | null;
  readonly subject: string;
  readonly meant: readonly NamedObject[];
}

/** Texts of a tree that are ARNs of roles. */
function arnsIn(tree: LocatedNode | null): readonly string[] {
  if (tree === null) return [];
  if (tree.kind === "scalar") return typeof tree.value === "string" && roleNameIn(tree.value) !== null ? [tree.value] : [];
  return (tree.kind === "list" ? tree.items : [...tree.members.values()].map(({ node }) => node)).flatMap(arnsIn);
}

/** Each name once: two clusters may have an account of the same one. */
export function byName(accounts: readonly NamedObject[]): readonly NamedObject[] {
  return [...new Map(accounts.map((account) => [`${account.namespace}/${account.name}`, account])).values()];
}
