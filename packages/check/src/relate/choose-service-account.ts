import type { Assumptions } from "../assume/assumptions.js";
import type { Inventory, NamedObject, Workload } from "../gather/inventory.js";
import { findServiceAccount } from "./find-service-account.js";
import { indexOf } from "./inventory-index.js";
import { roleOf, serviceAccountNameOf } from "./service-account-of.js";

/** What is known of a workload's service account. */
export interface ChosenAccount {
  readonly name: string;
  /** `null` when it is not given. */
  readonly given: NamedObject | null;
  /** Whether it is there at all: each namespace has `default`, and another one may be there without being given. */
  readonly exists: boolean;
}

/**
 * The service account of a workload. One that is not given is taken to be there, unless an annotated one of its namespace is used by nobody: then the name is
 * likely wrong.
 */
export function chooseServiceAccount(workload: Workload, inventory: Inventory, assumptions: Assumptions): ChosenAccount {
  const { namespace } = workload;
  const name = serviceAccountNameOf(workload);
  const given = findServiceAccount(inventory, namespace, name);
  if (given !== null || name === "default") return { name, given, exists: true };
  const { usedIn, accountsIn } = indexOf(inventory);
  const isUsed = (account: string): boolean => usedIn.get(namespace)?.has(account) ?? false;
  const isWrong = (accountsIn.get(namespace) ?? []).some((one) => roleOf(one, inventory) !== null && !isUsed(one.name));
  if (!isWrong) assumptions.add("service-account", `the ServiceAccount ${namespace}/${name} is not given: assumed that it is there`);
  return { name, given, exists: !isWrong };
}
