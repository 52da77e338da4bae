import type { Partition } from "@irsa-sim/core";
import { findPolicyProblem, type StoredPolicy } from "@irsa-sim/iam";

/** Reads a session policy, which has the grammar of an identity's. */
export function parseSessionPolicy(text: string, partition: Partition): { readonly policy: StoredPolicy } | { readonly problem: string } {
  const problem = findPolicyProblem(text, "identity", partition);
  return problem === null ? { policy: { source: "request/Policy", document: JSON.parse(text) as StoredPolicy["document"] } } : { problem: problem.message };
}
