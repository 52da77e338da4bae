import { extend } from "@irsa-sim/core";
import { readSessionClaims, type SessionClaims } from "../token/read-session-claims.js";
import { STS_FAULTS } from "../wire/sts-fault.js";
import type { VerificationKeyChecked } from "./08-verification-key.js";
import { fail, pass } from "./check-context.js";

/** AWS's own claims, read. */
export interface SessionClaimsChecked extends VerificationKeyChecked {
  readonly sessionClaims: SessionClaims;
}

/**
 * Reads session tags, source identity and the roles that the issuer allows.
 * Differs from AWS, perhaps: what AWS says of a source identity or a roles claim of the wrong form is unconfirmed; here it is no valid token.
 *
 * @throws {StsFault} `ValidationError`, `InvalidIdentityToken` or `InvalidParameterValue`
 * @see sts-and-iam.md, sections 2.3 and 7
 */
export function checkSessionClaims(context: VerificationKeyChecked): SessionClaimsChecked {
  const read = readSessionClaims(context.token.claims);
  const outcome = { check: "sts.session-claims", title: "session tags and source identity" };
  if ("problem" in read) {
    const { reason, claim, expected, actual } = read.problem;
    const from = { file: "token", pointer: claim };
    const fault = {
      "claim-malformed": STS_FAULTS.notAJwt(),
      "tags-malformed": STS_FAULTS.invalidTags(),
      "duplicate-tag-key": STS_FAULTS.duplicateTagKeys(),
      "transitive-tag-absent": STS_FAULTS.transitiveTagAbsent(),
    }[reason];
    throw fail(context, { ...outcome, expected: { value: expected, from }, actual: { value: actual, from }, reason }, fault);
  }
  const { tags, sourceIdentity } = read.claims;
  // Kubernetes' own tokens carry none of these claims; then there is nothing to tell.
  if (tags.size > 0 || sourceIdentity !== null) {
    const found = [...[...tags].map(([key, value]) => `${key}=${value}`), ...(sourceIdentity === null ? [] : [`source identity ${sourceIdentity}`])];
    pass(context, extend(outcome, { expected: { value: "claims of AWS's form" }, actual: { value: found.join(", "), from: { file: "token" } } }));
  }
  return extend(context, { sessionClaims: read.claims });
}
