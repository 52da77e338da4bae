import type { StoredPolicy } from "@irsa-sim/iam";
import { decidePackedSize } from "../parameters/decide-packed-size.js";
import { parseSessionPolicy } from "../parameters/parse-session-policy.js";
import { STS_FAULTS } from "../wire/sts-fault.js";
import type { SessionClaimsChecked } from "./11-session-claims.js";
import { type CheckContext, fail, pass } from "./check-context.js";

/** The session policies that were passed, if any. */
export interface SessionPolicies {
  readonly sessionPolicies: readonly StoredPolicy[] | null;
  /** Percent of the room for policies and tags; `null` when neither was passed. */
  readonly packedPolicySize: number | null;
}

/** Session policies beside what the token says. */
export interface SessionPolicyChecked extends SessionClaimsChecked, SessionPolicies {}

/**
 * Reads the session policy, and measures it together with the tags.
 *
 * @throws {StsFault} `MalformedPolicyDocument` or `PackedPolicyTooLarge`
 * @see sts-and-iam.md, section 2.3
 */
export function checkSessionPolicy<T extends CheckContext & { readonly sessionClaims: { readonly tags: ReadonlyMap<string, string> } }>(
  context: T,
): T & SessionPolicies {
  const text = context.query.parameters.get("Policy") ?? null;
  const { tags } = context.sessionClaims;
  if (text === null && tags.size === 0) return { ...context, sessionPolicies: null, packedPolicySize: null };
  const outcome = { check: "sts.session-policy", title: "session policy" };
  const parsed = text === null ? null : parseSessionPolicy(text);
  const inRequest = { file: "request", pointer: "Policy" };
  if (parsed !== null && "problem" in parsed) {
    const actual = { value: parsed.problem, from: inRequest };
    throw fail(
      context,
      { ...outcome, expected: { value: "the grammar of an identity's policy" }, actual, reason: "malformed" },
      STS_FAULTS.malformedPolicy(parsed.problem),
    );
  }
  const size = decidePackedSize(text === null ? [] : [text], tags);
  const measured = { expected: { value: "at most 100 %" }, actual: { value: `${size} %` } };
  if (size > 100) throw fail(context, { ...outcome, ...measured, reason: "too-large" }, STS_FAULTS.packedPolicyTooLarge(size));
  pass(context, { ...outcome, ...measured });
  return { ...context, sessionPolicies: parsed === null ? null : [parsed.policy], packedPolicySize: size };
}
