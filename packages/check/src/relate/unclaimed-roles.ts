import { textOf } from "@irsa-sim/documents";
import type { Inventory, Role } from "../gather/inventory.js";
import { roleNameIn } from "./role-name-in.js";
import { roleOf } from "./service-account-of.js";

/** The roles that no service account names: the one that was meant to may have the name wrong, or none. */
export function unclaimedRoles(inventory: Inventory): readonly Role[] {
  const found = known.get(inventory) ?? findUnclaimed(inventory);
  known.set(inventory, found);
  return found;
}

function findUnclaimed(inventory: Inventory): readonly Role[] {
  const { serviceAccounts, roles, webhook } = inventory;
  const asked = [...serviceAccounts.map((account) => roleOf(account, inventory)), ...webhook.roles.values()];
  const claimed = new Set(asked.flatMap((arn) => roleNameIn(textOf(arn)) ?? []));
  return roles.filter(({ name }) => !claimed.has(name));
}

/** Each workload asks the same. */
const known = new WeakMap<Inventory, readonly Role[]>();
