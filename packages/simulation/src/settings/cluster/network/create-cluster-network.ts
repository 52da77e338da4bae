import type { ClusterNetwork } from "../../../network/decide-pod-route.js";
import { awsHosts } from "../../../world/aws-hosts.js";
import type { WorldDescription } from "../../world-description.js";

/** The network of the cluster, as the routes of pods are decided by it. */
export function createClusterNetwork({ cluster }: Pick<WorldDescription, "cluster">): ClusterNetwork {
  const { internet, vpcEndpoints, proxy, clusterDns, sidecarReadyAfter } = cluster.network;
  const { sts, s3 } = awsHosts(cluster.region);
  const hosts = { sts: [sts], s3: [s3, `*.${s3}`] };
  return {
    internet,
    vpcEndpoints: vpcEndpoints.flatMap((service) => hosts[service]),
    proxy,
    clusterDns: clusterDns === "answers",
    sidecarReadyAfterMs: sidecarReadyAfter,
    hasInstanceMetadata: cluster.compute !== "fargate",
  };
}
