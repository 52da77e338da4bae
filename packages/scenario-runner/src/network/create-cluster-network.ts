import { parseDuration } from "../scenario/duration.js";
import type { LoadedScenario } from "../scenario/loaded-scenario.js";
import type { ClusterNetwork } from "./decide-pod-route.js";

/** The network of a scenario's cluster; what the scenario leaves out is open. */
export function createClusterNetwork({ cluster }: Pick<LoadedScenario, "cluster">): ClusterNetwork {
  const { internet = true, vpcEndpoints = [], proxy = null, clusterDns = "answers", sidecarReadyAfter } = cluster.network ?? {};
  const hosts = { sts: [`sts.${cluster.region}.amazonaws.com`], s3: [`s3.${cluster.region}.amazonaws.com`, `*.s3.${cluster.region}.amazonaws.com`] };
  return {
    internet,
    vpcEndpoints: vpcEndpoints.flatMap((service) => hosts[service]),
    proxy,
    clusterDns: clusterDns === "answers",
    sidecarReadyAfterMs: sidecarReadyAfter === undefined ? null : parseDuration(sidecarReadyAfter),
    hasInstanceMetadata: cluster.compute !== "fargate",
  };
}
