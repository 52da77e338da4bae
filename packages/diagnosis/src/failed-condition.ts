import type { CheckEvent } from "@irsa-sim/core";

/** The condition on which a trust policy failed: its operator, and the claim at the end of its key. */
export interface FailedCondition {
  readonly operator: string;
  /** `sub` of `oidc.eks.eu-west-1.amazonaws.com/id/A1B2:sub`; behind the last colon, since a local provider's own name may hold one. */
  readonly claim: string;
  /** What stands before the claim: the issuer without its scheme, where the key is right. */
  readonly issuer: string;
}

/** Reads the condition out of a failed trust-policy check; `null` for any other check, or when no condition was what failed. */
export function failedCondition(check: CheckEvent): FailedCondition | null {
  if (check.check !== "sts.trust-policy" || check.details === undefined || check.details === null || typeof check.details !== "object") return null;
  const { operator, conditionKey } = check.details as { readonly operator?: unknown; readonly conditionKey?: unknown };
  if (typeof operator !== "string" || typeof conditionKey !== "string") return null;
  const colon = conditionKey.lastIndexOf(":");
  return { operator, claim: conditionKey.slice(colon + 1), issuer: conditionKey.slice(0, Math.max(0, colon)) };
}
