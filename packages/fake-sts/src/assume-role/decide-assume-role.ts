import type { Arn } from "@irsa-sim/core";
import { type AuthorizationDecision, authorize, type Caller, type CallerPolicies, evaluatePolicies, type Role, type StoredPolicy } from "@irsa-sim/iam";

/** What is known when somebody wants a role. */
export interface AssumeRoleInput {
  readonly caller: Caller;
  readonly policies: CallerPolicies;
  readonly role: Role;
  /** Of the organization of the role's account; `null` without one. */
  readonly resourceControlPolicies: readonly StoredPolicy[] | null;
  /** `sts:AssumeRole`, or `sts:TagSession` or `sts:SetSourceIdentity` beside it. */
  readonly action: string;
  readonly context: ReadonlyMap<string, readonly string[]>;
}

/**
 * Whether a caller may assume a role: the trust policy must allow it in any case; the caller's own policies too, unless the trust policy of a role in the
 * same account names the caller itself.
 *
 * @see sts-and-iam.md, section 1.6
 */
export function decideAssumeRole({ caller, policies, role, resourceControlPolicies, action, context }: AssumeRoleInput): AuthorizationDecision {
  // A session goes by its role's ARN too.
  const principal = { kind: "AWS", arns: caller.kind === "user" ? [caller.arn] : [caller.session.roleArn, caller.arn] } as const;
  const request = { action, resource: role.arn, principal, context };
  const trust = evaluatePolicies([role.trustPolicy], request);
  if (trust.outcome !== "allowed") {
    const layer = { layer: "resource-based policy", decision: trust } as const;
    const tail =
      trust.outcome === "explicit-deny" ? "with an explicit deny in a role trust policy" : `because no role trust policy allows the ${action} action`;
    return { allowed: false, decidedBy: layer, layers: [layer], tail };
  }
  return authorize({
    request,
    ...policies,
    resourcePolicy: role.trustPolicy,
    resourcePolicyMustAllow: true,
    isCrossAccount: accountOf(caller.arn) !== accountOf(role.arn),
    resourceControlPolicies,
  });
}

function accountOf(arn: Arn): string {
  return arn.split(":")[4] ?? "";
}
