import { type Arn, partitionOf, trustAnchors } from "@irsa-sim/core";
import type { Iam, SessionKeeper } from "@irsa-sim/iam";
import { type ClusterIdentity, createPodIdentityAgent } from "@irsa-sim/pod-identity-agent";
import { signRequest } from "@irsa-sim/sdk-credential-provider";
import { idOfCluster } from "../settings/clusters/id-of-cluster.js";
import type { Associations } from "../settings/webhook/container-credentials/create-associations.js";
import { awsHosts } from "../world/aws-hosts.js";
import type { EksAuthIn } from "../world/create-eks-auth-hosts.js";
import type { Wiring } from "../world/wiring.js";
import { createNodeCredentials } from "./node-credentials.js";

/** Who signs the cluster's tokens. */
export type TokenIssuer = Pick<ClusterIdentity, "issuer" | "checkSignature">;

/** What the agent, and EKS Auth behind it, answer from. */
export interface PodIdentityOptions {
  readonly iam: Iam;
  readonly sessions: SessionKeeper;
  readonly eksAuthIn: EksAuthIn;
  readonly tokenIssuer: TokenIssuer;
  readonly associations: Associations;
}

const HOSTS = ["169.254.170.23", "[fd00:ec2::23]"];

/**
 * Lets the agent of EKS Pod Identity answer on the cluster's nodes, where it was installed and can run.
 * Differs from the agent, which asks the node's metadata for the credentials that it signs with: here it has them at hand.
 */
export function listenPodIdentityAgent(wiring: Wiring, { iam, sessions, eksAuthIn, tokenIssuer, associations }: PodIdentityOptions): void {
  const { clock, networkFrom, keys, hosts, description } = wiring;
  const { name, region, instanceId, podIdentityAgent, compute, clockSkews } = description.cluster;
  if (!podIdentityAgent || compute === "fargate") return;
  const { account, nodeRole } = description.aws;
  const partition = partitionOf(region);
  const roleArnOf = (role: string): Arn => iam.account(account)?.roles.get(role)?.arn ?? (`arn:${partition}:iam::${account}:role/${role}` as Arn);
  eksAuthIn(region).addCluster({
    name,
    arn: `arn:${partition}:eks:${region}:${account}:cluster/${name}`,
    ...tokenIssuer,
    findAssociation(wanted) {
      const role = associations.roleOf(wanted);
      return role === null ? null : { ...wanted, id: `a-${idOfCluster(`${name}/${wanted.namespace}/${wanted.serviceAccount}`, 17)}`, roleArn: roleArnOf(role) };
    },
  });
  const credentials = createNodeCredentials({ roleArn: roleArnOf(nodeRole.name), instanceId, iam, sessions, clock });
  const handler = createPodIdentityAgent({
    clusterName: name,
    eksAuthUrl: `https://${awsHosts(region).eksAuth}`,
    network: networkFrom("node"),
    tls: trustAnchors([keys.publicRoot, keys.serviceAuthority.certificate]),
    clock: clock.skewed(clockSkews.node),
    sign: async (request, at) => signRequest({ request, service: "eks-auth", region, credentials: await credentials.current(), at }),
  });
  for (const host of HOSTS) hosts.listen({ host, actor: "pod-identity-agent", handler });
}
