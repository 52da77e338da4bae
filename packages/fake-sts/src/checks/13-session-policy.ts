import { type AccountId, extend, partitionOf } from "@irsa-sim/core";
import { findPolicyInForce, listParameter, type StoredPolicy } from "@irsa-sim/iam";
import { decidePackedSize } from "../parameters/decide-packed-size.js";
import { parseSessionPolicy } from "../parameters/parse-session-policy.js";
import { STS_FAULTS, type StsFault } from "../wire/sts-fault.js";
import type { SessionClaimsChecked } from "./11-session-claims.js";
import { type CheckContext, fail, pass } from "./check-context.js";

/** The session policies that were passed, if any. */
export interface SessionPolicies {
  readonly sessionPolicies: readonly StoredPolicy[] | null;
  /** Percent of the room for policies and tags; `null` when neither was passed. */
  readonly packedPolicySize: number | null;
}

type Input = CheckContext & {
  readonly sessionClaims: { readonly tags: ReadonlyMap<string, string> };
  /** Managed policies are those of this account, or AWS's own. */
  readonly policyAccount: AccountId;
};

/** Session policies beside what the token says. */
export interface SessionPolicyChecked extends SessionClaimsChecked, SessionPolicies {}

/**
 * Reads the session policy, and measures it together with the tags.
 *
 * @throws {StsFault} `MalformedPolicyDocument` or `PackedPolicyTooLarge`
 * @see sts-and-iam.md, section 2.3
 */
export function checkSessionPolicy<T extends Input>(context: T): T & SessionPolicies {
  const text = context.query.parameters.get("Policy") ?? null;
  const { tags } = context.sessionClaims;
  const managed = readManagedPolicies(context);
  if (text === null && managed === null && tags.size === 0) return extend(context, { sessionPolicies: null, packedPolicySize: null });
  const outcome = { check: "sts.session-policy", title: "session policy" };
  const parsed = text === null ? null : parseSessionPolicy(text, partitionOf(context.sts.region));
  const inRequest = { file: "request", pointer: "Policy" };
  if (parsed !== null && "problem" in parsed) {
    const actual = { value: parsed.problem, from: inRequest };
    throw fail(
      context,
      { ...outcome, expected: { value: "the grammar of an identity's policy" }, actual, reason: "malformed" },
      STS_FAULTS.malformedPolicy(parsed.problem),
    );
  }
  const inline = parsed === null ? [] : [parsed.policy];
  const size = decidePackedSize([...(text === null ? [] : [text]), ...(managed ?? []).map(({ document }) => JSON.stringify(document))], tags);
  const measured = { expected: { value: "at most 100 %" }, actual: { value: `${size} %` } };
  const areTagsAlone = text === null && managed === null;
  if (size > 100)
    throw fail(
      context,
      { ...outcome, ...measured, reason: "too-large" },
      areTagsAlone ? STS_FAULTS.packedTagsTooLarge(size) : STS_FAULTS.packedPolicyTooLarge(size),
    );
  pass(context, extend(outcome, { ...measured }));
  return extend(context, { sessionPolicies: areTagsAlone ? null : [...inline, ...(managed ?? [])], packedPolicySize: size });
}

const MAX_POLICY_ARNS = 10;

/**
 * The managed policies that the call names; `null` when it names none.
 * Differs from AWS, perhaps: the texts for too many of them and for one that is not there are unconfirmed.
 */
function readManagedPolicies(context: Input): readonly StoredPolicy[] | null {
  const { query, sts, policyAccount } = context;
  const arns = listParameter(query, "PolicyArns", "arn");
  if (arns.length === 0) return null;
  const refuse = (expected: string, actual: string, fault: StsFault): StsFault => {
    const from = { file: "request", pointer: "PolicyArns" };
    return fail(
      context,
      { check: "sts.session-policy", title: "session policy", expected: { value: expected }, actual: { value: actual, from }, reason: "policy-arns" },
      fault,
    );
  };
  if (arns.length > MAX_POLICY_ARNS) {
    const rule = `Member must have length less than or equal to ${MAX_POLICY_ARNS}`;
    const clause = `Value '[${arns.join(", ")}]' at 'policyArns' failed to satisfy constraint: ${rule}`;
    throw refuse(`at most ${MAX_POLICY_ARNS} managed policies`, String(arns.length), STS_FAULTS.constraintsViolated([clause]));
  }
  const account = sts.iam.account(policyAccount);
  return arns.map((arn) => {
    const policy = account === null ? null : findPolicyInForce(account, arn);
    if (policy === null) throw refuse(`a managed policy of account ${policyAccount}`, arn, STS_FAULTS.policyArnInvalid(arn));
    return policy;
  });
}
