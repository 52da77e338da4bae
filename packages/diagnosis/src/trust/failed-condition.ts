import type { CheckEvent } from "@irsa-sim/core";
import { decisiveStatement } from "./decisive-statement.js";

/** The condition on which a trust policy failed: its operator, and the claim at the end of its key. */
export interface FailedCondition {
  readonly operator: string;
  /** As the policy spells it. */
  readonly key: string;
  /** `sub` of `oidc.eks.eu-west-1.amazonaws.com/id/A1B2:sub`; behind the last colon, since a local provider's own name may hold one. */
  readonly claim: string;
  /** What stands before the claim: the issuer without its scheme, where the key is right. */
  readonly issuer: string;
  /** What the policy lists. */
  readonly values: readonly string[];
  /** The policy and the place in it; `null` where the check does not say. */
  readonly at: { readonly source: string; readonly pointer: string } | null;
}

/** Reads the condition out of a failed trust-policy check; `null` for any other check, or when no condition was what failed. */
export function failedCondition(check: CheckEvent): FailedCondition | null {
  if (check.check !== "sts.trust-policy" || check.details === undefined || check.details === null || typeof check.details !== "object") return null;
  const { operator, conditionKey: key } = check.details as { readonly operator?: unknown; readonly conditionKey?: unknown };
  if (typeof operator !== "string" || typeof key !== "string") return null;
  const colon = key.lastIndexOf(":");
  const decisive = decisiveStatement(check);
  const element = decisive?.elements.find(({ matched }) => !matched) ?? null;
  return {
    ...{ operator, key, claim: key.slice(colon + 1), issuer: key.slice(0, Math.max(0, colon)) },
    values: element?.expected ?? [check.expected.value],
    at: decisive === null || element === null ? null : { source: decisive.policy, pointer: element.pointer },
  };
}

/** Whether a condition compares texts: an operator of another type never fits one. */
export function isTextual({ operator }: Pick<FailedCondition, "operator">): boolean {
  return /^(For(Any|All)Values?:)?String/i.test(operator);
}

/** Whether a condition is fulfilled by a value that is listed, so that one more value lets one more in. */
export function isPositive({ operator }: Pick<FailedCondition, "operator">): boolean {
  return /^(ForAnyValue:)?(StringEquals|StringLike|StringEqualsIgnoreCase)(IfExists)?$/i.test(operator);
}
