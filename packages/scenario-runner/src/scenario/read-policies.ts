/** Puts the IAM documents that a scenario names into its tree, where they are named; takes what the aws command line prints. */
import type { FileReader } from "./file-reader.js";
import { type LocatedNode, type Member, memberOf, withMember } from "./located-tree.js";

/** The scenario with every named policy and provider read into its place. */
export function readPolicies(scenario: LocatedNode, reader: FileReader): LocatedNode {
  return changeMember(scenario, "aws", (aws) => {
    const withAccounts = changeMember(readIdentities(aws, reader), "accounts", (accounts) => changeEach(accounts, (one) => readIdentities(one, reader)));
    const withNodeRole = changeMember(withAccounts, "nodeRole", (role) => readRole(role, reader));
    const withUsers = changeMember(withNodeRole, "users", (users) => changeEach(users, (user) => readRole(user, reader)));
    const withOrganization = changeMember(withUsers, "organization", (organization) =>
      changeEach(organization, (kind) => changeEach(kind, (policy) => read(policy, reader))),
    );
    return ["bucketSettings", "kmsKeys"].reduce(
      (tree, kind) => changeMember(tree, kind, (resources) => changeEach(resources, (one) => changeMember(one, "policy", (policy) => read(policy, reader)))),
      withOrganization,
    );
  });
}

/** The roles and providers of an account. */
function readIdentities(account: LocatedNode, reader: FileReader): LocatedNode {
  const withRoles = changeMember(account, "roles", (roles) => changeEach(roles, (role) => readRole(role, reader)));
  return changeMember(withRoles, "oidcProviders", (providers) =>
    providers.kind === "list" ? { ...providers, items: providers.items.map((item) => providerIn(read(item, reader))) } : providers,
  );
}

function readRole(role: LocatedNode, reader: FileReader): LocatedNode {
  const trustPolicy = memberOf(role, "trustPolicy");
  const document = trustPolicy === null ? null : read(trustPolicy, reader);
  const withTrust = document === null ? role : changeMember(withSettings(role, memberOf(document, "Role")), "trustPolicy", () => trustPolicyIn(document));
  return changeMember(withTrust, "policies", (policies) => changeEach(policies, (policy) => policyIn(read(policy, reader))));
}

/** The document of the file that `node` names; `node` itself when it is a document already, or when the file has faults. */
function read(node: LocatedNode, reader: FileReader): LocatedNode {
  return node.kind === "scalar" ? (reader.readDocument(node) ?? node) : node;
}

/** Of the output of `aws iam get-role`, the trust policy. */
function trustPolicyIn(document: LocatedNode): LocatedNode {
  return memberOf(memberOf(document, "Role"), "AssumeRolePolicyDocument") ?? document;
}

/** What `aws iam get-role` says beside the trust policy, unless the scenario says it itself. */
function withSettings(role: LocatedNode, output: LocatedNode | null): LocatedNode {
  if (role.kind !== "object" || output?.kind !== "object") return role;
  return withRenamed(role, output.members, { Path: "path", MaxSessionDuration: "maxSessionDurationSeconds" });
}

/** Of the output of `aws iam get-role-policy` or `aws iam get-policy-version`, the policy. */
function policyIn(document: LocatedNode): LocatedNode {
  return memberOf(document, "PolicyDocument") ?? memberOf(memberOf(document, "PolicyVersion"), "Document") ?? document;
}

/** The output of `aws iam get-open-id-connect-provider` becomes a provider as a scenario writes it. */
function providerIn(document: LocatedNode): LocatedNode {
  if (document.kind !== "object" || !document.members.has("Url")) return document;
  const names = { Url: "url", ClientIDList: "clientIds", ThumbprintList: "thumbprints" };
  return changeMember(withRenamed({ ...document, members: new Map() }, document.members, names), "url", withScheme);
}

/** IAM stores and prints a provider's URL without its scheme. */
function withScheme(url: LocatedNode): LocatedNode {
  return url.kind === "scalar" && typeof url.value === "string" && !url.value.startsWith("https://") ? { ...url, value: `https://${url.value}` } : url;
}

/** `target` with members of `source` under names of its own; those it has already stay. */
function withRenamed(
  target: Extract<LocatedNode, { kind: "object" }>,
  source: ReadonlyMap<string, Member>,
  names: Readonly<Record<string, string>>,
): LocatedNode {
  const added = Object.entries(names).flatMap(([from, to]) => {
    const member = source.get(from);
    return member === undefined ? [] : [[to, member] as const];
  });
  return { ...target, members: new Map([...added, ...target.members]) };
}

function changeMember(node: LocatedNode, key: string, change: (node: LocatedNode) => LocatedNode): LocatedNode {
  const member = node.kind === "object" ? node.members.get(key) : undefined;
  return node.kind === "object" && member !== undefined ? withMember(node, key, { ...member, node: change(member.node) }) : node;
}

function changeEach(node: LocatedNode, change: (node: LocatedNode) => LocatedNode): LocatedNode {
  if (node.kind !== "object") return node;
  return { ...node, members: new Map([...node.members].map(([key, member]) => [key, { ...member, node: change(member.node) }])) };
}
