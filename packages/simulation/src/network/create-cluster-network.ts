import { parseDuration } from "@irsa-sim/core/schema";
import type { WorldDescription } from "../description/world-description.js";
import { awsHosts } from "../world/aws-hosts.js";
import type { ClusterNetwork } from "./decide-pod-route.js";

/** The network of the cluster; what its description leaves out is open. */
export function createClusterNetwork({ cluster }: Pick<WorldDescription, "cluster">): ClusterNetwork {
  const { internet = true, vpcEndpoints = [], proxy = null, clusterDns = "answers", sidecarReadyAfter } = cluster.network ?? {};
  const { sts, s3 } = awsHosts(cluster.region);
  const hosts = { sts: [sts], s3: [s3, `*.${s3}`] };
  return {
    internet,
    vpcEndpoints: vpcEndpoints.flatMap((service) => hosts[service]),
    proxy,
    clusterDns: clusterDns === "answers",
    sidecarReadyAfterMs: sidecarReadyAfter === undefined ? null : parseDuration(sidecarReadyAfter),
    hasInstanceMetadata: cluster.compute !== "fargate",
  };
}
