import type { JsonObject } from "@irsa-sim/core";
import { findPolicyProblem, type PolicyKind } from "../grammar/find-policy-problem.js";
import { IAM_FAULTS } from "./iam-fault.js";

/** Without white space; AWS's own defaults. Of inline policies all of a role count together. */
const MAX_TRUST_CHARACTERS = 2048;
const MAX_MANAGED_CHARACTERS = 6144;

/**
 * Reads a policy document as IAM stores it.
 *
 * @throws {IamFault} `MalformedPolicyDocument` or `LimitExceeded`
 * @see sts-and-iam.md, section 5.5
 */
export function parsePolicyDocument(text: string, kind: PolicyKind | "managed"): JsonObject {
  const problem = findPolicyProblem(text, kind === "managed" ? "identity" : kind);
  if (problem !== null) throw IAM_FAULTS.malformedPolicy(problem);
  const length = text.replaceAll(/\s/g, "").length;
  if (kind === "trust" && length > MAX_TRUST_CHARACTERS) throw IAM_FAULTS.limitExceeded("ACLSizePerRole", MAX_TRUST_CHARACTERS);
  if (kind === "managed" && length > MAX_MANAGED_CHARACTERS) throw IAM_FAULTS.limitExceeded("PolicySize", MAX_MANAGED_CHARACTERS);
  return JSON.parse(text) as JsonObject;
}
