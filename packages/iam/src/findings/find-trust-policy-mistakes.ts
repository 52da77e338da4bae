import type { JsonObject } from "@irsa-sim/core";
import { findAudienceOnly } from "./mistakes/find-audience-only.js";
import { findAudienceTypo } from "./mistakes/find-audience-typo.js";
import { findForAllValues } from "./mistakes/find-for-all-values.js";
import { findForeignProvider } from "./mistakes/find-foreign-provider.js";
import { findLowerCasedIssuer } from "./mistakes/find-lower-cased-issuer.js";
import { findMissingTagSession } from "./mistakes/find-missing-tag-session.js";
import { findOtherIssuerKey } from "./mistakes/find-other-issuer-key.js";
import { findPlainAssumeRole } from "./mistakes/find-plain-assume-role.js";
import { findSchemeInKey } from "./mistakes/find-scheme-in-key.js";
import { findSchemeInProvider } from "./mistakes/find-scheme-in-provider.js";
import { findSlashMismatch } from "./mistakes/find-slash-mismatch.js";
import { findSwappedClaims } from "./mistakes/find-swapped-claims.js";
import { findUnregisteredClientId } from "./mistakes/find-unregistered-client-id.js";
import { findWildcardUnderEquals } from "./mistakes/find-wildcard-under-equals.js";
import { findWrongSubject } from "./mistakes/find-wrong-subject.js";
import { readTrustStatements } from "./read-trust-statements.js";
import type { MistakeFinder, TrustPolicyContext, TrustPolicyMistake } from "./trust-policy-mistake.js";

/** In the order of the sheet. */
const FINDERS: readonly MistakeFinder[] = [
  findSchemeInProvider,
  findSchemeInKey,
  findWildcardUnderEquals,
  findWrongSubject,
  findSwappedClaims,
  findAudienceOnly,
  findOtherIssuerKey,
  findPlainAssumeRole,
  findForeignProvider,
  findUnregisteredClientId,
  findAudienceTypo,
  findSlashMismatch,
  findLowerCasedIssuer,
  findForAllValues,
  findMissingTagSession,
];

/**
 * Names the typical mistakes of a trust policy, each with what was expected, what stands there and how to mend it. A policy may be refused without any, and may
 * work with some: `audience-only` and `for-all-values` let too many in.
 *
 * @param policy a document that IAM accepted
 * @see sts-and-iam.md, section 5.4
 * @example findTrustPolicyMistakes(role.trustPolicy.document, context)[0]?.fix // => "leave https:// out of the provider's ARN"
 */
export function findTrustPolicyMistakes(policy: JsonObject, context: TrustPolicyContext): readonly TrustPolicyMistake[] {
  return readTrustStatements(policy).flatMap((statement) => FINDERS.flatMap((find) => find(statement, context)));
}
