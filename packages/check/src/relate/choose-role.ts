import { itemsOf, type LocatedNode, memberOf, type ObjectNode, objectAt, textOf } from "@irsa-sim/documents";
import type { Assumptions } from "../assume/assumptions.js";
import { ASSUMED } from "../assume/assumptions.js";
import { type Trusted, trustFor } from "../assume/trust-for.js";
import type { Inventory, Role } from "../gather/inventory.js";
import { type ArnParts, parseArn } from "../gather/parse-arn.js";
import { indexOf } from "./inventory-index.js";
import type { RelatedRole } from "./relation.js";
import { roleNameIn } from "./role-name-in.js";
import { mentions } from "./trust-policies.js";
import { unclaimedRoles } from "./unclaimed-roles.js";

/** Who asks for a role. */
export interface Asking {
  readonly roleArn: LocatedNode | null;
  /** Roles that it may have been meant to ask for, each with whom it would then run as. */
  readonly meant: readonly MeantRole[];
  readonly subject: string;
  /** The account of what has none of its own. */
  readonly account: string;
  /** Without its scheme. */
  readonly issuer: string;
  readonly partition: string;
}

/** The roles of a workload's world: the one that it asks for, when there is one, those of its neighbours, and those that trust it. */
export function chooseRoles({ roleArn, meant, ...asking }: Asking, inventory: Inventory, assumptions: Assumptions): readonly RelatedRole[] {
  const { subject, account } = asking;
  const asked = parseArn(textOf(roleArn) ?? "");
  const name = roleNameIn(textOf(roleArn));
  const given = rolesFor({ subject, names: new Set([name, ...meant.map(({ arn }) => roleNameIn(arn))]) }, inventory).map((role) =>
    withTrust(toRelated(role, inventory, asked?.account ?? account), asking, assumptions),
  );
  const own = roleArn === null ? null : notGiven({ arn: textOf(roleArn) ?? "", subject }, asking, inventory);
  if (own?.isAssumed) assumptions.add("role", `${textOf(roleArn)} is not given: assumed that it is there and trusts ${subject}`);
  // What is asked for once a fix is made must not be missing for a reason of its own.
  const others = roleArn === null ? meant.map((one) => notGiven(one, asking, inventory)) : [];
  const all = [...given, ...[own, ...others].flatMap((one) => (one === null ? [] : [one.role]))];
  return all.filter((role, index) => all.findIndex((one) => one.name === role.name && one.account === role.account) === index);
}

/** A role that nobody asks for yet. */
export interface MeantRole {
  readonly arn: string;
  /** Whom it has to trust then. */
  readonly subject: string;
}

/** A role that no document is of, where it can be there all the same; `null` where it cannot, or one of that name is given. */
function notGiven({ arn, subject }: MeantRole, asking: Trusted, inventory: Inventory): { readonly role: RelatedRole; readonly isAssumed: boolean } | null {
  const [asked, name] = [parseArn(arn), roleNameIn(arn)];
  if (asked === null || name === null || indexOf(inventory).rolesNamed.has(name)) return null;
  const bare = bareTrustPolicy(inventory, subject);
  if (bare === null && unclaimedRoles(inventory).length > 0) return null;
  const trustPolicy = bare ?? trustFor({ ...asking, subject });
  const role = { name, account: asked.account ?? asking.account, node: withPolicies(bareRole(trustPolicy, asked), name, inventory) };
  return { role, isAssumed: bare === null };
}

/** In the order in which they are given. */
function rolesFor({ subject, names }: { readonly subject: string; readonly names: ReadonlySet<string | null> }, inventory: Inventory): readonly Role[] {
  const { rolesNaming, rolesNamed } = indexOf(inventory);
  const found = new Set([...(rolesNaming.get(subject) ?? []), ...[...names].flatMap((name) => (name === null ? [] : (rolesNamed.get(name) ?? [])))]);
  return found.size <= 1 ? [...found] : inventory.roles.filter((role) => found.has(role));
}

/** Of a role that is yet to be made the trust policy may not be known as a whole. */
function withTrust(role: RelatedRole, asking: Trusted, assumptions: Assumptions): RelatedRole {
  if (memberOf(role.node, "trustPolicy") !== null) return role;
  assumptions.add("trust-policy", `the trust policy of ${role.name} is not known before it is applied: assumed that it trusts ${asking.subject}`);
  const trustPolicy = trustFor(asking);
  return { ...role, node: { ...role.node, members: new Map([...role.node.members, ["trustPolicy", { keyPlace: trustPolicy.place, node: trustPolicy }]]) } };
}

function toRelated({ document, name, account }: Role, inventory: Inventory, otherwise: string): RelatedRole {
  return { name, account: account ?? otherwise, node: withPolicies(document.node, name, inventory) };
}

/** A role with the policies that documents of their own give it: inline ones by its name, those without a name where there is no other role. */
function withPolicies(role: ObjectNode, name: string, inventory: Inventory): ObjectNode {
  const { policiesOf, attachedTo } = indexOf(inventory);
  const isOnly = inventory.roles.length <= 1;
  const own = [...(policiesOf.get(name) ?? []), ...(isOnly ? (policiesOf.get(null) ?? []) : [])];
  const inline = own.map((policy, index) => [policy.name ?? `policy-${index + 1}`, policy.node] as const);
  const present = memberOf(role, "policies");
  const all = [...(present?.kind === "object" ? [...present.members].map(([policy, { node }]) => [policy, node] as const) : []), ...inline];
  const written = memberOf(role, "attachedPolicies");
  const arns = [
    ...itemsOf(written),
    ...[...(attachedTo.get(name) ?? []), ...(isOnly ? (attachedTo.get(null) ?? []) : [])].flatMap(({ node }) => itemsOf(node)),
  ];
  const members = new Map(role.members);
  if (all.length > 0) members.set("policies", { keyPlace: role.place, node: objectAt(role.place, Object.fromEntries(all)) });
  if (arns.length > 0) members.set("attachedPolicies", { keyPlace: role.place, node: { kind: "list", place: written?.place ?? role.place, items: arns } });
  return { ...role, members };
}

function bareRole(trustPolicy: LocatedNode, { resource }: ArnParts): ObjectNode {
  const path = resource.split("/").slice(1, -1);
  return objectAt(trustPolicy.place, { trustPolicy, path: path.length === 0 ? null : { kind: "scalar", place: ASSUMED, value: `/${path.join("/")}/` } });
}

/** Of several the one that names the subject. */
function bareTrustPolicy(inventory: Inventory, subject: string): LocatedNode | null {
  const bare = indexOf(inventory).bareTrust;
  const [only, another] = bare;
  return (another === undefined ? only : bare.find(({ node }) => mentions(node, subject)))?.node ?? null;
}
