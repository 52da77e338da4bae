/** eksctl writes trust policies and annotations itself. */
import { type Form, yaml } from "../form.js";
import { AUDIENCE, type Identity, ROLE_ARN, roleArnOf, statementFor, subjectOf, type World } from "../world.js";
import { workloads } from "./manifests.js";

export const EKSCTL: readonly Form[] = [
  {
    name: "eksctl",
    write: (world) => (isWrittenByEksctl(world) ? [yaml("app.yaml", workloads(world)), yaml("cluster.yaml", [clusterConfig(world)])] : null),
  },
];

function clusterConfig({ region, version, identities }: World) {
  return {
    apiVersion: "eksctl.io/v1alpha5",
    kind: "ClusterConfig",
    metadata: { name: "prod", region, version },
    iam: {
      withOIDC: true,
      serviceAccounts: identities.map(({ namespace, serviceAccount: { name }, role }) => ({
        metadata: { name, namespace },
        roleName: role.name,
        attachPolicyARNs: ["arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"],
      })),
    },
  };
}

function isWrittenByEksctl(world: World): boolean {
  const { providerUrl, issuer, clientIds, identities } = world;
  return providerUrl === issuer && clientIds.join() === AUDIENCE && identities.every((identity) => isPlain(identity, world));
}

function isPlain(identity: Identity, world: World): boolean {
  const { role, serviceAccount } = identity;
  const [statement, another] = role.trust.Statement;
  return (
    role.path === "/" &&
    another === undefined &&
    JSON.stringify(statement) === JSON.stringify(statementFor(world, subjectOf(identity))) &&
    JSON.stringify(serviceAccount.annotations) === JSON.stringify({ [ROLE_ARN]: roleArnOf(world, identity) })
  );
}
