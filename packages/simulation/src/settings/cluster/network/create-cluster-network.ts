import type { ClusterNetwork } from "../../../network/decide-pod-route.js";
import type { WorldDescription } from "../../world-description.js";
import { vpcEndpointsOf } from "./vpc-endpoints.js";

/** The network of the cluster, as the routes of pods are decided by it. */
export function createClusterNetwork({ aws, cluster }: Pick<WorldDescription, "aws" | "cluster">): ClusterNetwork {
  const { internet, proxy, clusterDns, sidecarReadyAfter, tlsInspection } = cluster.network;
  return {
    internet,
    vpcEndpoints: vpcEndpointsOf({ aws, cluster }),
    proxy,
    tlsInspection: tlsInspection === null ? null : { hosts: tlsInspection.hosts ?? null },
    clusterDns: clusterDns === "answers",
    sidecarReadyAfterMs: sidecarReadyAfter,
    hasInstanceMetadata: cluster.compute !== "fargate",
  };
}
