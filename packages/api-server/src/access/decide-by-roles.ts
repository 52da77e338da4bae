/**
 * Who may do what by roles and their bindings, as a pure rule.
 * Leaves out: aggregated roles, and that nobody can give what he does not have.
 * @see https://kubernetes.io/docs/reference/access-authn-authz/rbac/
 */
import type { AuthorizationDecision, RequestAttributes } from "./decide-authorization.js";
import type { User } from "./user.js";

/** One rule of a role. */
export interface PolicyRule {
  readonly verbs?: readonly string[];
  readonly apiGroups?: readonly string[];
  readonly resources?: readonly string[];
  readonly resourceNames?: readonly string[];
}

/** Whom a binding is for. */
export interface RoleSubject {
  readonly kind: string;
  readonly name: string;
  readonly namespace?: string;
}

/** A RoleBinding or a ClusterRoleBinding. */
export interface RoleBinding {
  /** `null` for a ClusterRoleBinding. */
  readonly namespace: string | null;
  readonly subjects: readonly RoleSubject[];
  readonly roleRef: { readonly kind: string; readonly name: string };
}

/** What is stored of roles. */
export interface StoredRoles {
  /** In the order of their names. */
  readonly bindings: readonly RoleBinding[];
  /** The rules of a role; `null` when there is none of that name. */
  rulesOf(role: { readonly kind: string; readonly name: string; readonly namespace: string | null }): readonly PolicyRule[] | null;
}

/** What is asked for. */
export interface RoleRequest extends RequestAttributes {
  /** Empty for the core group. */
  readonly group: string;
}

/** Decides for a caller; what is wrong with the bindings of the caller is the reason of a refusal. */
export function decideByRoles(user: User, wanted: RoleRequest, { bindings, rulesOf }: StoredRoles): AuthorizationDecision {
  const missing: string[] = [];
  const inReach = bindings.filter(({ namespace }) => namespace === null || namespace === wanted.namespace);
  // Those of the whole cluster are looked at first.
  for (const { namespace, subjects, roleRef } of inReach.toSorted((a, b) => Number(a.namespace !== null) - Number(b.namespace !== null))) {
    if (!subjects.some((subject) => isMeant(subject, user, namespace ?? ""))) continue;
    const rules = rulesOf({ ...roleRef, namespace: roleRef.kind === "Role" ? namespace : null });
    if (rules === null) missing.push(`${roleRef.kind.toLowerCase()}.rbac.authorization.k8s.io ${JSON.stringify(roleRef.name)} not found`);
    else if (rules.some((rule) => allows(rule, wanted))) return { isAllowed: true };
  }
  const [only, ...more] = missing;
  return { isAllowed: false, reason: only === undefined ? "" : `RBAC: ${more.length === 0 ? only : `[${[...new Set(missing)].join(", ")}]`}` };
}

function isMeant({ kind, name, namespace }: RoleSubject, user: User, ofBinding: string): boolean {
  if (kind === "User") return user.name === name;
  if (kind === "Group") return user.groups.includes(name);
  const of = namespace || ofBinding;
  return kind === "ServiceAccount" && of !== "" && user.name === `system:serviceaccount:${of}:${name}`;
}

function allows({ verbs = [], apiGroups = [], resources = [], resourceNames = [] }: PolicyRule, wanted: RoleRequest): boolean {
  const [, subresource] = wanted.resource.split("/");
  return (
    has(verbs, wanted.verb) &&
    has(apiGroups, wanted.group) &&
    (has(resources, wanted.resource) || (subresource !== undefined && resources.includes(`*/${subresource}`))) &&
    (resourceNames.length === 0 || resourceNames.includes(wanted.name))
  );
}

function has(values: readonly string[], value: string): boolean {
  return values.includes("*") || values.includes(value);
}
