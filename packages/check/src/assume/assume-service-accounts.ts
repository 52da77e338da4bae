import { type LocatedNode, memberOf, type ObjectNode, objectAt, scalarAt } from "@irsa-sim/documents";
import type { Inventory, NamedObject, Role } from "../gather/inventory.js";
import { findServiceAccount } from "../relate/find-service-account.js";
import { ROLE_ARN, roleOf } from "../relate/service-account-of.js";
import type { Assumptions } from "./assumptions.js";
import { DEFAULT_ACCOUNT } from "./defaults.js";

/** A whole subject: what has a star in it names nobody. */
const SUBJECT = /^system:serviceaccount:([a-z0-9-]+):([a-z0-9.-]+)$/;

/** The inventory with the service accounts that roles trust by name, each annotated with its role, when neither workload nor annotated account is given. */
export function assumeServiceAccounts(inventory: Inventory, assumptions: Assumptions): Inventory {
  const { workloads, roles, account } = inventory;
  const serviceAccounts = [...inventory.serviceAccounts, ...listedAccounts(inventory)];
  if (workloads.length > 0 || serviceAccounts.some((one) => roleOf(one, inventory) !== null)) return { ...inventory, serviceAccounts };
  const trusted = roles.flatMap((role) => subjectsIn(memberOf(role.document.node, "trustPolicy")).map((subject) => accountOf(subject, role, account)));
  const assumed = trusted.filter(
    ({ namespace, name }, index) =>
      findServiceAccount(inventory, namespace, name) === null && trusted.findIndex((one) => one.namespace === namespace && one.name === name) === index,
  );
  for (const { namespace, name, roleName } of assumed)
    assumptions.add("service-account", `the ServiceAccount ${namespace}/${name} is not given: assumed that it is there, annotated with the role ${roleName}`);
  return { ...inventory, serviceAccounts: [...serviceAccounts, ...assumed] };
}

/** The service accounts that the webhook's ConfigMap names and that are not given, where no workload is: it needs none to be there. */
function listedAccounts(inventory: Inventory): readonly NamedObject[] {
  if (inventory.workloads.length > 0) return [];
  return [...inventory.webhook.roles].flatMap(([key, { place }]) => {
    const [namespace = "", name = ""] = key.split("/");
    if (namespace === "*" || findServiceAccount(inventory, namespace, name) !== null) return [];
    const text = (value: string): LocatedNode => scalarAt(place, value);
    const node: ObjectNode = objectAt(place, {
      apiVersion: text("v1"),
      kind: text("ServiceAccount"),
      metadata: objectAt(place, { name: text(name), namespace: text(namespace) }),
    });
    return [{ kind: "ServiceAccount", namespace, name, document: { kind: "kubernetes-object", node, asFound: node } }];
  });
}

interface Subject {
  readonly namespace: string;
  readonly name: string;
  readonly node: LocatedNode;
}

/** Whom a trust policy names, each at its place. */
function subjectsIn(tree: LocatedNode | null): readonly Subject[] {
  if (tree === null) return [];
  if (tree.kind === "list") return tree.items.flatMap(subjectsIn);
  if (tree.kind === "object") return [...tree.members.values()].flatMap(({ node }) => subjectsIn(node));
  const [, namespace, name] = SUBJECT.exec(String(tree.value)) ?? [];
  return namespace === undefined || name === undefined ? [] : [{ namespace, name, node: tree }];
}

function accountOf({ namespace, name, node: { place } }: Subject, role: Role, seen: string | null): NamedObject & { readonly roleName: string } {
  const arn = role.document.arn ?? `arn:aws:iam::${role.account ?? seen ?? DEFAULT_ACCOUNT}:role/${role.name}`;
  const text = (value: string): LocatedNode => scalarAt(place, value);
  const node: ObjectNode = objectAt(place, {
    apiVersion: text("v1"),
    kind: text("ServiceAccount"),
    metadata: objectAt(place, { name: text(name), namespace: text(namespace), annotations: objectAt(place, { [ROLE_ARN]: text(arn) }) }),
  });
  return { kind: "ServiceAccount", namespace, name, document: { kind: "kubernetes-object", node, asFound: node }, roleName: role.name };
}
