import { partitionOf } from "@irsa-sim/core";
import { awsManagedPolicies } from "@irsa-sim/iam";

/**
 * Whether an ARN is that of a policy that AWS itself manages, and that stands in every simulated account.
 *
 * @param region of the cluster, which says in which partition
 */
export function isAwsManagedPolicy(arn: string, region: string): boolean {
  return awsManagedPolicies(partitionOf(region)).has(arn);
}
