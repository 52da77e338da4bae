import { memberOf } from "@irsa-sim/documents";
import type { Inventory, NamedObject, Workload } from "../gather/inventory.js";
import { indexOf } from "./inventory-index.js";
import type { RelatedRole } from "./relation.js";
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

/** Each name once: two clusters may have an account of the same one. */
export function byName(accounts: readonly NamedObject[]): readonly NamedObject[] {
  return [...new Map(accounts.map((account) => [`${account.namespace}/${account.name}`, account])).values()];
}
