import { type LocatedNode, memberOf, textOf } from "@irsa-sim/documents";
import type { Inventory, Role } from "../gather/inventory.js";
import { roleNameIn } from "./role-name-in.js";
import { roleOf } from "./service-account-of.js";
import { federatedPrincipals, mentions, statementsOf } from "./trust-policies.js";

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
  return roles.filter(({ name, document }) => !claimed.has(name) && mayBeForPods(memberOf(document.node, "trustPolicy")));
}

/** What trusts services or other roles alone, as that of a node does, was never meant for a service account. */
function mayBeForPods(trustPolicy: LocatedNode | null): boolean {
  if (trustPolicy === null || federatedPrincipals(trustPolicy).length > 0) return true;
  const isAnybody = (principal: LocatedNode | null): boolean => principal?.kind !== "object";
  return statementsOf(trustPolicy).some((statement) => mentions(statement, "sts:AssumeRoleWithWebIdentity") || isAnybody(memberOf(statement, "Principal")));
}

/** Each workload asks the same. */
const known = new WeakMap<Inventory, readonly Role[]>();
