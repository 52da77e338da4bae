import { toEpochSeconds } from "@irsa-sim/core";
import { awsHosts, type World, type WorldDescription } from "@irsa-sim/simulation";
import { answerClusters } from "./answer-clusters.js";

/** What of the cluster is not in its description. */
export interface Reached {
  /** Where its API server is for clients. */
  readonly endpoint: string;
  /** PEM. */
  readonly roots: string;
}

const DEFAULT_MINOR = 33;

/** Puts EKS of the cluster's region on the network, which tells of the cluster. */
export async function listenEks(world: World, { cluster }: Pick<WorldDescription, "cluster">, { endpoint, roots }: Reached): Promise<void> {
  await world.findService("eks:DescribeCluster");
  const { eks: host } = awsHosts(cluster.region);
  const own = world.hosts.resolve(host);
  if (own === null) throw new Error(`nobody answers for ${host}`);
  const createdAt = toEpochSeconds(world.clock.now());
  const described = {
    name: cluster.name,
    arn: `arn:${world.partition}:eks:${cluster.region}:${world.accountId}:cluster/${cluster.name}`,
    ...{ createdAt, endpoint, roots },
    version: `1.${cluster.version ?? DEFAULT_MINOR}`,
    issuer: cluster.issuer.url,
  };
  world.hosts.listen({ ...own, handler: answerClusters(own.handler, () => described) });
}
