/** Puts the IAM documents that a scenario names into its tree, where they are named; takes what the aws command line prints. */
import {
  changeEach,
  changeMember,
  type FileReader,
  type LocatedNode,
  memberOf,
  oidcProviderIn,
  policyIn,
  trustPolicyIn,
  withRoleSettings,
} from "@irsa-sim/documents";

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
    providers.kind === "list" ? { ...providers, items: providers.items.map((item) => oidcProviderIn(read(item, reader))) } : providers,
  );
}

function readRole(role: LocatedNode, reader: FileReader): LocatedNode {
  const trustPolicy = memberOf(role, "trustPolicy");
  const document = trustPolicy === null ? null : read(trustPolicy, reader);
  const withTrust = document === null ? role : changeMember(withRoleSettings(role, document), "trustPolicy", () => trustPolicyIn(document));
  return changeMember(withTrust, "policies", (policies) => changeEach(policies, (policy) => policyIn(read(policy, reader))));
}

/** The document of the file that `node` names; `node` itself when it is a document already, or when the file has faults. */
function read(node: LocatedNode, reader: FileReader): LocatedNode {
  return node.kind === "scalar" ? (reader.readDocument(node) ?? node) : node;
}
