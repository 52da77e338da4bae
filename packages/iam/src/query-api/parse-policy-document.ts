import type { JsonObject } from "@irsa-sim/core";
import { findPolicyProblem, type PolicyKind } from "../grammar/find-policy-problem.js";
import { IAM_FAULTS } from "./iam-fault.js";

/** Without white space; AWS's own default, which can be raised. */
const MAX_TRUST_POLICY_CHARACTERS = 2048;

/**
 * Reads a policy document as IAM stores it.
 *
 * @throws {IamFault} `MalformedPolicyDocument` or `LimitExceeded`
 * @see sts-and-iam.md, section 5.5
 */
export function parsePolicyDocument(text: string, kind: PolicyKind): JsonObject {
  const problem = findPolicyProblem(text, kind);
  if (problem !== null) throw IAM_FAULTS.malformedPolicy(problem);
  if (kind === "trust" && text.replaceAll(/\s/g, "").length > MAX_TRUST_POLICY_CHARACTERS) throw IAM_FAULTS.trustPolicyTooLong(MAX_TRUST_POLICY_CHARACTERS);
  return JSON.parse(text) as JsonObject;
}
