import type { PolicyDecision, StatementResult } from "./decision.js";
import { principalStrength } from "./elements/principal-names.js";

/**
 * What the policy of a resource gives the caller: nothing; its account the right to decide; a grant that boundary and session policies limit; or
 * one that they do not.
 */
export type ResourceGrant = "none" | "to-account" | "limited" | "unlimited";

const BY_WORTH: readonly ResourceGrant[] = ["none", "to-account", "limited", "unlimited"];
const ROLE_OR_USER = 1;

/**
 * The strongest grant of all statements that apply, so that their order means nothing.
 *
 * @see sts-and-iam.md, section 6.1; policies.md, items 5 to 7
 */
export function resourceGrant({ outcome, statements }: PolicyDecision): ResourceGrant {
  if (outcome !== "allowed") return "none";
  const grants = statements.filter(({ effect, applies }) => effect === "Allow" && applies).map((statement) => BY_WORTH.indexOf(grantOf(statement)));
  return BY_WORTH[Math.max(0, ...grants)] ?? "none";
}

/**
 * A grant to everybody is one to the session itself, as one to its own ARN is. AWS says so where a condition on `aws:PrincipalArn` stands beside it.
 * Differs from AWS, perhaps, where none does.
 */
function grantOf({ elements }: StatementResult): ResourceGrant {
  const matchedBy = elements.find(({ element }) => element === "Principal")?.matchedBy;
  const strength = matchedBy === undefined ? ROLE_OR_USER : principalStrength(matchedBy);
  if (strength > ROLE_OR_USER) return "unlimited";
  return strength === ROLE_OR_USER ? "limited" : "to-account";
}
