import { listAt, objectAt, scalarAt } from "@irsa-sim/documents";
import type { Inventory, NamedObject, Workload } from "../gather/inventory.js";
import { isTrusted } from "../relate/choose-workloads.js";
import { roleOf, serviceAccountNameOf } from "../relate/service-account-of.js";
import type { Assumptions } from "./assumptions.js";

/** The inventory with a pod for each service account that names a role, or that one trusts, when no workload is given at all: somebody will run as it. */
export function assumeWorkloads(inventory: Inventory, assumptions: Assumptions): Inventory {
  if (inventory.workloads.length > 0) return inventory;
  const workloads = inventory.serviceAccounts.filter((account) => roleOf(account, inventory) !== null || isTrustedAccount(account, inventory)).map(podOf);
  for (const workload of workloads)
    assumptions.add("pod", `no workload is given: assumed a pod that runs as ${workload.namespace}/${serviceAccountNameOf(workload)}`);
  return { ...inventory, workloads };
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
  return { kind: "Pod", name: `any-pod-of-${name}`, namespace, document, podMetadata: null, podSpec };
}
