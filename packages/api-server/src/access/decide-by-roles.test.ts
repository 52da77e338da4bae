import { expect, test } from "vitest";
import { decideByRoles, type PolicyRule, type RoleBinding, type RoleRequest } from "./decide-by-roles.js";

const OPERATOR = {
  name: "system:serviceaccount:shop:operator",
  uid: "",
  groups: ["system:serviceaccounts", "system:serviceaccounts:shop", "system:authenticated"],
};
const WANTED: RoleRequest = { verb: "create", group: "", resource: "serviceaccounts/token", namespace: "shop", name: "app", fieldSelector: "" };
const MAKES_TOKENS: PolicyRule = { verbs: ["create"], apiGroups: [""], resources: ["serviceaccounts/token"] };
const BINDING: RoleBinding = { namespace: "shop", subjects: [{ kind: "ServiceAccount", name: "operator" }], roleRef: { kind: "Role", name: "tokens" } };

interface Row {
  readonly name: string;
  readonly rule?: PolicyRule | null;
  readonly binding?: Partial<RoleBinding>;
  readonly wanted?: Partial<RoleRequest>;
  readonly isAllowed: boolean;
  readonly reason?: string;
}

const clusterWide = { namespace: null, roleRef: { kind: "ClusterRole", name: "tokens" } };
const subject = (kind: string, name: string, namespace?: string): Partial<RoleBinding> => ({
  subjects: [{ kind, name, ...(namespace === undefined ? {} : { namespace }) }],
});

test.each<Row>([
  { name: "a rule that fits", isAllowed: true },
  { name: "another verb", wanted: { verb: "get" }, isAllowed: false },
  { name: "any verb", rule: { ...MAKES_TOKENS, verbs: ["*"] }, wanted: { verb: "get" }, isAllowed: true },
  { name: "another group", wanted: { group: "apps" }, isAllowed: false },
  { name: "any group", rule: { ...MAKES_TOKENS, apiGroups: ["*"] }, wanted: { group: "apps" }, isAllowed: true },
  { name: "the resource, for what is below it", rule: { ...MAKES_TOKENS, resources: ["serviceaccounts"] }, isAllowed: false },
  { name: "any resource", rule: { ...MAKES_TOKENS, resources: ["*"] }, isAllowed: true },
  { name: "the token of any resource", rule: { ...MAKES_TOKENS, resources: ["*/token"] }, isAllowed: true },
  {
    name: "the token of any resource, for the resource",
    rule: { ...MAKES_TOKENS, resources: ["*/token"] },
    wanted: { resource: "serviceaccounts" },
    isAllowed: false,
  },
  { name: "of this name", rule: { ...MAKES_TOKENS, resourceNames: ["app"] }, isAllowed: true },
  { name: "of another name", rule: { ...MAKES_TOKENS, resourceNames: ["other"] }, isAllowed: false },
  { name: "in another namespace", wanted: { namespace: "other" }, isAllowed: false },
  { name: "a role of the cluster, bound in another namespace", binding: { roleRef: clusterWide.roleRef }, wanted: { namespace: "other" }, isAllowed: false },
  {
    name: "bound in the whole cluster",
    binding: { ...clusterWide, ...subject("ServiceAccount", "operator", "shop") },
    wanted: { namespace: "other" },
    isAllowed: true,
  },
  { name: "a service account without namespace, bound in the whole cluster", binding: clusterWide, isAllowed: false },
  { name: "another service account", binding: subject("ServiceAccount", "other"), isAllowed: false },
  { name: "the same name in another namespace", binding: subject("ServiceAccount", "operator", "other"), isAllowed: false },
  { name: "by user name", binding: subject("User", OPERATOR.name), isAllowed: true },
  { name: "by group", binding: subject("Group", "system:serviceaccounts:shop"), isAllowed: true },
  { name: "by another group", binding: subject("Group", "system:serviceaccounts:other"), isAllowed: false },
  { name: "a role that is not there", rule: null, isAllowed: false, reason: 'RBAC: role.rbac.authorization.k8s.io "tokens" not found' },
])("$name", ({ rule = MAKES_TOKENS, binding = {}, wanted = {}, isAllowed, reason = "" }) => {
  const roles = { bindings: [{ ...BINDING, ...binding }], rulesOf: () => (rule === null ? null : [rule]) };
  expect(decideByRoles(OPERATOR, { ...WANTED, ...wanted }, roles)).toEqual(isAllowed ? { isAllowed } : { isAllowed, reason });
});

test("several roles that are not there are told together", () => {
  const bindings = [BINDING, { ...BINDING, ...clusterWide, ...subject("ServiceAccount", "operator", "shop") }];
  expect(decideByRoles(OPERATOR, WANTED, { bindings, rulesOf: () => null })).toEqual({
    isAllowed: false,
    reason: 'RBAC: [clusterrole.rbac.authorization.k8s.io "tokens" not found, role.rbac.authorization.k8s.io "tokens" not found]',
  });
});
