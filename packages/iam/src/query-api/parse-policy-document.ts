import type { JsonObject } from "@irsa-sim/core";
import type { Account, Iam } from "../accounts/account.js";
import { iamArn } from "../accounts/identifiers/iam-arn.js";
import { findPolicyProblem, type PolicyKind } from "../grammar/find-policy-problem.js";
import type { PolicyProblem } from "../grammar/policy-problem.js";
import { findMissingPrincipal } from "./find-missing-principal.js";
import { IAM_FAULTS, type IamFinding } from "./iam-fault.js";
import { measurePolicy } from "./measure-policy.js";

/** Without white space; AWS's own default. Of inline policies all of a role count together. */
const MAX_MANAGED_CHARACTERS = 6144;

/** What becomes of the document. */
export interface PolicyPlace {
  readonly account: Account;
  /** For a trust policy: where its principals are looked for. */
  readonly iam?: Iam;
  readonly kind: PolicyKind;
  /** As `StoredPolicy.source`. */
  readonly source: string;
}

/**
 * Reads a policy document as IAM stores it.
 *
 * @throws {IamFault} `MalformedPolicyDocument` or `LimitExceeded`
 * @see sts-and-iam.md, section 5.5
 */
export function parsePolicyDocument(text: string, { account, iam, kind, source }: PolicyPlace): JsonObject {
  const problem = findPolicyProblem(text, kind, account.partition);
  if (problem !== null) throw IAM_FAULTS.malformedPolicy(problem.message, explainProblem(problem, { account, source }));
  const document = JSON.parse(text) as JsonObject;
  const missing = kind === "trust" && iam !== undefined ? findMissingPrincipal(document, iam) : null;
  if (missing !== null) throw IAM_FAULTS.malformedPolicy(missing.message, explainProblem(missing, { account, source }));
  const size = measurePolicy(text, document);
  const limit = kind === "trust" ? account.quotas.trustPolicyCharacters : kind === "managed" ? MAX_MANAGED_CHARACTERS : Number.POSITIVE_INFINITY;
  if (size.characters > limit) {
    const from = { file: source, pointer: "" };
    const quota = kind === "trust" ? "ACLSizePerRole" : "PolicySize";
    throw IAM_FAULTS.limitExceeded(quota, limit, {
      expected: { value: `at most ${limit} characters` },
      actual: { value: `${size.characters} characters`, from },
      details: { quota, limit, characters: size.characters, statements: size.statements },
    });
  }
  return document;
}

function explainProblem({ message, pointer, value, expected }: PolicyProblem, { account, source }: Pick<PolicyPlace, "account" | "source">): IamFinding {
  const isFederated = pointer.endsWith("/Federated");
  return {
    expected: { value: expected ?? (isFederated ? iamArn(account, "oidc-provider/<the issuer without https://>") : "a policy that IAM can store") },
    actual: { value: value ?? message, from: { file: source, pointer } },
  };
}
