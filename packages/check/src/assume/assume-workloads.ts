import { listAt, objectAt, scalarAt } from "@irsa-sim/documents";
import type { Inventory, NamedObject, Workload } from "../gather/inventory.js";
import { isTrusted } from "../relate/choose-workloads.js";
import { indexOf } from "../relate/inventory-index.js";
import { roleOf } from "../relate/service-account-of.js";
import type { Assumptions } from "./assumptions.js";

/**
 * The inventory with pods that somebody will make or stand for: one for each service account that names a role, or that one trusts, when no workload is given at all;
 * and one for each as which an operator acts with a token of its own.
 */
export function assumeWorkloads(inventory: Inventory, assumptions: Assumptions): Inventory {
  const { serviceAccounts, workloads } = inventory;
  const { actedAs, usedIn } = indexOf(inventory);
  const withRole = serviceAccounts.filter((account) => roleOf(account, inventory) !== null || isTrustedAccount(account, inventory));
  const stoodFor = withRole.filter(({ namespace, name }) => actedAs.has(`${namespace}/${name}`));
  for (const { namespace, name } of stoodFor)
    assumptions.add(
      "pod",
      `${actedAs.get(`${namespace}/${name}`)}: assumed that the exchange with a token of ${namespace}/${name} is what a pod that runs as it would make`,
    );
  const isAnyShown = workloads.some(({ isImplied }) => !isImplied);
  const others = isAnyShown ? [] : withRole.filter(({ namespace, name }) => !usedIn.get(namespace)?.has(name));
  for (const { namespace, name } of others) assumptions.add("pod", `no workload is given: assumed a pod that runs as ${namespace}/${name}`);
  const assumed = [...stoodFor, ...others].map(podOf);
  return assumed.length === 0 ? inventory : { ...inventory, workloads: [...workloads, ...assumed] };
}

function isTrustedAccount({ namespace, name }: NamedObject, inventory: Inventory): boolean {
  return isTrusted(`system:serviceaccount:${namespace}:${name}`, inventory);
}

function podOf({ name, namespace, document }: NamedObject): Workload {
  const { place } = document.node;
  const podSpec = objectAt(place, {
    serviceAccountName: scalarAt(place, name),
    containers: listAt(place, [objectAt(place, { name: scalarAt(place, "app"), image: scalarAt(place, "app") })]),
  });
  return { kind: "Pod", isImplied: false, name: `any-pod-of-${name}`, namespace, document, podMetadata: null, podSpec };
}
