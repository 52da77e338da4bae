import { dnsSuffixOf } from "@irsa-sim/core";
import type { VpcEndpoint } from "@irsa-sim/iam";
import type { EndpointHosts } from "../../../network/decide-pod-route.js";
import type { WorldDescription } from "../../world-description.js";

/** The VPC endpoints of the cluster's network: what IAM knows of them, and which host names they answer for. */
export function vpcEndpointsOf({ aws, cluster }: Pick<WorldDescription, "aws" | "cluster">): readonly (VpcEndpoint & EndpointHosts)[] {
  return cluster.network.vpcEndpoints.map(({ service, id, vpc, policy }) => ({
    id: id ?? idFor(service),
    vpcId: vpc,
    accountId: aws.account,
    region: cluster.region,
    policy: policy === undefined ? null : { source: `vpc-endpoint/${service}/policy`, document: policy },
    hosts: hostsOf(service, cluster.region),
  }));
}

/** Buckets have host names of their own below S3's. */
function hostsOf(service: string, region: string): readonly string[] {
  const host = `${service}.${region}.${dnsSuffixOf(region)}`;
  return service === "s3" ? [host, `*.${host}`] : [host];
}

/** Always the same for a service: eight hexadecimal digits of its name (FNV-1a). */
function idFor(service: string): string {
  const hash = [...service].reduce((sum, letter) => Math.imul(sum ^ (letter.codePointAt(0) ?? 0), 0x01_00_01_93) >>> 0, 0x81_1c_9d_c5);
  return `vpce-${hash.toString(16).padStart(8, "0")}`;
}
