import { type JsonObject, partitionOf } from "@irsa-sim/core";
import { findPolicyProblem } from "@irsa-sim/iam";

/** Why IAM would not store a trust policy, in its own words, and the JSON pointer of the place; `null` when it would. */
export function findTrustPolicyProblem(document: JsonObject, region: string): { readonly message: string; readonly pointer: string } | null {
  return findPolicyProblem(JSON.stringify(document), "trust", partitionOf(region));
}
