import { memberOf } from "@irsa-sim/documents";
import type { Inventory, NamedObject, Workload } from "../gather/inventory.js";
import type { RelatedRole } from "./relation.js";
import { annotatedRole, serviceAccountNameOf } from "./service-account-of.js";
import { mentions } from "./trust-policies.js";

/** More say nothing that these do not. */
const MAX_NEIGHBOURS = 20;

/** The service accounts as which a workload whose own names no role may have been meant to run: those of its namespace that name one and that nobody uses. */
export function accountsMeant({ namespace }: Workload, { serviceAccounts, workloads }: Inventory): readonly NamedObject[] {
  const used = new Set(workloads.filter((one) => one.namespace === namespace).map(serviceAccountNameOf));
  return serviceAccounts
    .filter((account) => account.namespace === namespace && annotatedRole(account) !== null && !used.has(account.name))
    .slice(0, MAX_NEIGHBOURS);
}

/** The service accounts that trust policies name: they may need the role that the workload asks for. */
export function accountsTrusted(roles: readonly RelatedRole[], { serviceAccounts }: Inventory): readonly NamedObject[] {
  const policies = roles.flatMap(({ node }) => memberOf(node, "trustPolicy") ?? []);
  return serviceAccounts.filter(({ namespace, name }) => policies.some((policy) => mentions(policy, `system:serviceaccount:${namespace}:${name}`)));
}

/** Each name once: two clusters may have an account of the same one. */
export function byName(accounts: readonly NamedObject[]): readonly NamedObject[] {
  return [...new Map(accounts.map((account) => [`${account.namespace}/${account.name}`, account])).values()];
}
