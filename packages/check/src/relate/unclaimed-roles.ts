import { textOf } from "@irsa-sim/documents";
import type { Inventory, Role } from "../gather/inventory.js";
import { roleNameIn } from "./role-name-in.js";
import { annotatedRole } from "./service-account-of.js";

/** The roles that no service account names: the one that was meant to may have the name wrong, or none. */
export function unclaimedRoles(inventory: Inventory): readonly Role[] {
  const found = known.get(inventory) ?? findUnclaimed(inventory);
  known.set(inventory, found);
  return found;
}

function findUnclaimed({ serviceAccounts, roles }: Inventory): readonly Role[] {
  const claimed = new Set(serviceAccounts.flatMap((account) => roleNameIn(textOf(annotatedRole(account))) ?? []));
  return roles.filter(({ name }) => !claimed.has(name));
}

/** Each workload asks the same. */
const known = new WeakMap<Inventory, readonly Role[]>();
