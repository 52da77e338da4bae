/** eksctl writes trust policies and annotations itself. */
import type { JsonObject } from "@irsa-sim/core";
import { type Form, yaml } from "../form.js";
import { AUDIENCE, type Identity, ROLE_ARN, roleArnOf, statementFor, subjectOf, type World } from "../world.js";
import { describedCluster } from "./aws-cli.js";
import { manifests, workloads } from "./manifests.js";

const NO_TRUST = "eksctl writes the trust policy itself, for the account and the provider that it makes";

export const EKSCTL: readonly Form[] = [
  {
    name: "eksctl",
    cannot: [NO_TRUST, "it writes the annotation itself"],
    write: (world) =>
      isWrittenByEksctl(world) && world.identities.every((identity) => isAnnotated(identity, world))
        ? [yaml("app.yaml", workloads(world)), yaml("cluster.yaml", [clusterConfig(world, PERMISSIONS)])]
        : null,
  },
  {
    name: "eksctl, the role alone",
    cannot: [NO_TRUST],
    // Whoever writes the ARN himself has a cluster already, whose account is known.
    write: (world) =>
      isWrittenByEksctl(world) ? [manifests(world), describedCluster(world), yaml("cluster.yaml", [clusterConfig(world, { roleOnly: true })])] : null,
  },
];

/** What the pods may, in every way in which that is said. */
const PERMISSIONS: JsonObject = {
  attachPolicyARNs: ["arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"],
  wellKnownPolicies: { autoScaler: true, externalDNS: true },
  attachPolicy: { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: ["sqs:SendMessage"], Resource: "*" }] },
  tags: { team: "a" },
};

function clusterConfig({ region, version, identities }: World, more: JsonObject) {
  return {
    apiVersion: "eksctl.io/v1alpha5",
    kind: "ClusterConfig",
    metadata: { name: "prod", region, version },
    iam: {
      withOIDC: true,
      serviceAccounts: identities.map(({ namespace, serviceAccount: { name }, role }) => ({
        metadata: { name, namespace },
        roleName: role.name,
        ...more,
      })),
    },
  };
}

function isWrittenByEksctl(world: World): boolean {
  const { providerUrl, issuer, clientIds, identities } = world;
  return providerUrl === issuer && clientIds.join() === AUDIENCE && identities.every((identity) => isPlain(identity, world));
}

function isAnnotated(identity: Identity, world: World): boolean {
  return JSON.stringify(identity.serviceAccount.annotations) === JSON.stringify({ [ROLE_ARN]: roleArnOf(world, identity) });
}

function isPlain(identity: Identity, world: World): boolean {
  const { role } = identity;
  const [statement, another] = role.trust.Statement;
  return role.path === "/" && another === undefined && JSON.stringify(statement) === JSON.stringify(statementFor(world, subjectOf(identity)));
}
