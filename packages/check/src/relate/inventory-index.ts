import { type LocatedNode, memberOf } from "@irsa-sim/documents";
import type { Inventory, NamedObject, Role, Workload } from "../gather/inventory.js";
import { serviceAccountNameOf } from "./service-account-of.js";
import { tokenMakers } from "./token-makers.js";
import { isTrustPolicy, subjectsIn } from "./trust-policies.js";

/** An inventory by what is asked of it for every workload: looking through all of it each time takes the square of its size. */
export interface InventoryIndex {
  /** By subject, in their order: two clusters may have an account of the same name. */
  readonly accounts: ReadonlyMap<string, readonly NamedObject[]>;
  /** By namespace. */
  readonly accountsIn: ReadonlyMap<string, readonly NamedObject[]>;
  /** By namespace. */
  readonly workloadsIn: ReadonlyMap<string, readonly Workload[]>;
  /** Names of the service accounts as which workloads run, or operators act, by namespace. */
  readonly usedIn: ReadonlyMap<string, ReadonlySet<string>>;
  /** Of those the names of which operators make tokens, and no workload runs as them; each with who does. */
  readonly actedAs: ReadonlyMap<string, string>;
  /** By namespace. */
  readonly configMapsIn: ReadonlyMap<string, readonly NamedObject[]>;
  /** By namespace. */
  readonly secretsIn: ReadonlyMap<string, readonly NamedObject[]>;
  /** By a subject that stands anywhere in them. */
  readonly rolesNaming: ReadonlyMap<string, readonly Role[]>;
  /** By name. */
  readonly rolesNamed: ReadonlyMap<string, readonly Role[]>;
  /** Trust policies, those of roles first. */
  readonly trust: readonly LocatedNode[];
  /** Subjects that trust policies name. */
  readonly trusted: ReadonlySet<string>;
  /** Trust policies that belong to no role. */
  readonly bareTrust: Inventory["policies"];
  /** Permission policies by the role that they name, `null` for none. */
  readonly policiesOf: ReadonlyMap<string | null, Inventory["policies"]>;
  /** Lists of attached policies by the role that they name, `null` for none. */
  readonly attachedTo: ReadonlyMap<string | null, Inventory["attachedPolicies"]>;
}

/** The index of an inventory, which never changes. */
export function indexOf(inventory: Inventory): InventoryIndex {
  const found = known.get(inventory) ?? createIndex(inventory);
  known.set(inventory, found);
  return found;
}

const known = new WeakMap<Inventory, InventoryIndex>();

function createIndex(inventory: Inventory): InventoryIndex {
  const { serviceAccounts, workloads, configMaps, secrets, roles, policies, attachedPolicies } = inventory;
  const workloadsIn = groupBy(workloads, ({ namespace }) => [namespace]);
  const running = new Set(workloads.map((workload) => `${workload.namespace}/${serviceAccountNameOf(workload)}`));
  const actedAs = new Map(actorsIn(inventory).filter(([account]) => !running.has(account)));
  const usedIn = new Map(
    [...groupBy([...running, ...actedAs.keys()], (account) => [account.slice(0, account.indexOf("/"))])].map(([namespace, own]) => [
      namespace,
      new Set(own.map((account) => account.slice(namespace.length + 1))),
    ]),
  );
  const bareTrust = policies.filter(({ node }) => isTrustPolicy(node));
  const isBare = new Set(bareTrust);
  const trust = [...roles.flatMap(({ document }) => memberOf(document.node, "trustPolicy") ?? []), ...bareTrust.map(({ node }) => node)];
  return {
    accounts: groupBy(serviceAccounts, ({ namespace, name }) => [`system:serviceaccount:${namespace}:${name}`]),
    accountsIn: groupBy(serviceAccounts, ({ namespace }) => [namespace]),
    workloadsIn,
    usedIn,
    actedAs,
    configMapsIn: groupBy(configMaps, ({ namespace }) => [namespace]),
    secretsIn: groupBy(secrets, ({ namespace }) => [namespace]),
    rolesNaming: groupBy(roles, ({ document }) => subjectsIn(document.node)),
    rolesNamed: groupBy(roles, ({ name }) => [name]),
    trust,
    trusted: new Set(trust.flatMap((policy) => [...subjectsIn(policy)])),
    bareTrust,
    policiesOf: groupBy(
      policies.filter((policy) => !isBare.has(policy)),
      ({ role }) => [role],
    ),
    attachedTo: groupBy(attachedPolicies, ({ role }) => [role]),
  };
}

/** Service accounts as which somebody acts with a token that he asks the API server for, each with who does. */
function actorsIn({ serviceAccounts, grants, referred }: Inventory): readonly (readonly [string, string])[] {
  const made = tokenMakers({ grants }).flatMap(({ account, namespace, names }) =>
    (names ?? serviceAccounts.flatMap((one) => (one.namespace === namespace ? one.name : []))).map(
      (name) => [`${namespace}/${name}`, `service account ${account} may make its tokens`] as const,
    ),
  );
  const named = [...referred].flatMap(([namespace, names]) => [...names].map(([name, kind]) => [`${namespace}/${name}`, `${kind} refers to it`] as const));
  return [...made, ...named];
}

/** Items under each of their keys, in their order. */
function groupBy<Item, Key>(items: readonly Item[], keysOf: (item: Item) => Iterable<Key>): ReadonlyMap<Key, readonly Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items)
    for (const key of keysOf(item)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [item]);
      else group.push(item);
    }
  return groups;
}
