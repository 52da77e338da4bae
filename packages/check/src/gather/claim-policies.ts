import { itemsOf, type LocatedNode, textOf } from "@irsa-sim/documents";
import type { Assumptions } from "../assume/assumptions.js";
import { isTrustPolicy } from "../relate/trust-policies.js";
import type { Inventory } from "./inventory.js";

/**
 * Gives policies that name no role to the one that their file's name or folder names: `list-attached-role-policies` and `get-policy-version` do not say whose they are. A
 * policy whose file is named like an attached one is that. With one role at most they are that role's anyway.
 *
 * @param assumptions where it is told what belongs to nobody; `null` when nobody asks what a role may do
 */
export function claimPolicies(inventory: Inventory, assumptions: Assumptions | null): Inventory {
  const { roles, policies, attachedPolicies, managedPolicies } = inventory;
  if (roles.length <= 1) return inventory;
  const roleNames = roles.map(({ name }) => name);
  const arns = new Map(
    [...new Set(attachedPolicies.flatMap(({ node }) => itemsOf(node).flatMap((arn) => textOf(arn) ?? [])))].map((arn) => [nameIn(arn), arn]),
  );
  const claimed = <Claimed extends { readonly role: string | null; readonly node: LocatedNode }>(document: Claimed): Claimed => {
    const role = document.role ?? namedBy(document.node.place.file, roleNames);
    if (role === null)
      assumptions?.add(
        "policy",
        `${document.node.place.file} says no role, and ${roles.length} are given: taken for none's; a file or folder named like the role settles it`,
      );
    return { ...document, role };
  };
  const isNamed = (policy: Inventory["policies"][number]): boolean => policy.role !== null || isTrustPolicy(policy.node);
  const loose = policies
    .filter((policy) => !isNamed(policy))
    .map((policy) => ({ policy, arn: arns.get(namedBy(policy.node.place.file, [...arns.keys()]) ?? "") }));
  return {
    ...inventory,
    policies: [...policies.filter(isNamed), ...loose.flatMap(({ policy, arn }) => (arn === undefined ? [claimed(policy)] : []))],
    managedPolicies: [
      ...managedPolicies,
      ...loose.flatMap(({ policy, arn }) => (arn === undefined ? [] : [{ kind: "managed-policy" as const, arn, node: policy.node }])),
    ],
    attachedPolicies: attachedPolicies.map(claimed),
  };
}

function nameIn(arn: string): string {
  return arn.split("/").at(-1) ?? arn;
}

/** The longest of the names that stands in a path as a whole; `null` for none. */
function namedBy(path: string, names: readonly string[]): string | null {
  const isIn = (name: string): boolean => {
    const at = path.indexOf(name);
    return at >= 0 && !/[A-Za-z0-9]/.test(path[at - 1] ?? "") && !/[A-Za-z0-9]/.test(path[at + name.length] ?? "");
  };
  return names
    .filter((name) => name !== "" && isIn(name))
    .reduce<string | null>((best, name) => (best === null || name.length > best.length ? name : best), null);
}
