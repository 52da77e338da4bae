/** Puts the IAM documents that a scenario names into its tree, where they are named; takes what the aws command line prints. */
import { changeEach, changeMember, changeMembers, type LocatedNode } from "@irsa-sim/documents";
import { chooseOidcProvider, choosePolicy } from "./choose-document.js";
import { type DocumentReading, readNamed } from "./read-named.js";
import { readRole } from "./read-role.js";

/** The scenario with every named policy and provider read into its place. */
export function readPolicies(scenario: LocatedNode, reading: DocumentReading): LocatedNode {
  const identities = (account: LocatedNode): LocatedNode => readIdentities(account, reading);
  const policy = (node: LocatedNode): LocatedNode => readNamed(node, choosePolicy, reading)?.node ?? node;
  const withPolicies = (holder: LocatedNode): LocatedNode => changeMember(holder, "policies", (policies) => changeEach(policies, policy));
  const ofAws = changeMember(scenario, "aws", (aws) =>
    changeMembers(identities(aws), {
      accounts: (accounts) => changeEach(accounts, identities),
      nodeRole: withPolicies,
      users: (users) => changeEach(users, withPolicies),
      organization: (organization) => changeEach(organization, (kind) => changeEach(kind, policy)),
      bucketSettings: (buckets) => changeEach(buckets, (bucket) => changeMember(bucket, "policy", policy)),
      resourcePolicies: (policies) => changeEach(policies, policy),
      kmsKeys: (keys) => changeEach(keys, (key) => changeMember(key, "policy", policy)),
    }),
  );
  const ofNetwork = changeMember(ofAws, "cluster", (cluster) =>
    changeMember(cluster, "network", (network) =>
      changeMember(network, "vpcEndpoints", (endpoints) => changeItems(endpoints, (endpoint) => changeMember(endpoint, "policy", policy))),
    ),
  );
  return changeMember(ofNetwork, "timeline", (timeline) => changeItems(timeline, (entry) => readSessionPolicies(entry, policy)));
}

/** The session policies that an app passes when it asks for credentials. */
function readSessionPolicies(entry: LocatedNode, policy: (node: LocatedNode) => LocatedNode): LocatedNode {
  return changeMember(entry, "call", (call) =>
    changeMembers(call, { sessionPolicy: policy, assumeRole: (assumeRole) => changeMember(assumeRole, "policy", policy) }),
  );
}

function changeItems(list: LocatedNode, change: (item: LocatedNode) => LocatedNode): LocatedNode {
  return list.kind === "list" ? { ...list, items: list.items.map(change) } : list;
}

/** The roles, policies and providers of an account. */
function readIdentities(account: LocatedNode, reading: DocumentReading): LocatedNode {
  return changeMembers(account, {
    managedPolicies: (policies) => changeEach(policies, (policy) => readNamed(policy, choosePolicy, reading)?.node ?? policy),
    roles: (roles) => changeEach(roles, (role, name) => readRole(role, name, reading)),
    oidcProviders: (providers) =>
      providers.kind === "list" ? { ...providers, items: providers.items.flatMap((item) => readProvider(item, reading)) } : providers,
  });
}

/** None for a file that could not be read, which has been told. */
function readProvider(provider: LocatedNode, reading: DocumentReading): readonly LocatedNode[] {
  const document = readNamed(provider, chooseOidcProvider, reading);
  return document !== null ? [document.node] : provider.kind === "scalar" ? [] : [provider];
}
