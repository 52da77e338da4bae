import { type AuthorizationDecision, type AuthorizedCall, accountOfArn, authorizeCall, type Caller, type Role } from "@irsa-sim/iam";

/** What is known when somebody wants a role. */
export interface AssumeRoleInput extends Omit<AuthorizedCall, "resource" | "owner" | "caller"> {
  readonly caller: Caller;
  readonly role: Role;
}

/**
 * Whether a caller may assume a role: the trust policy must allow it in any case; the caller's own policies too, unless the trust policy of a role in the
 * same account names the caller itself.
 *
 * @see sts-and-iam.md, section 1.6
 */
export function decideAssumeRole({ role, ...call }: AssumeRoleInput): AuthorizationDecision {
  const { source: policySource, document: policy } = role.trustPolicy;
  const owner = { accountId: accountOfArn(role.arn), policySource, policy, policyMustAllow: true };
  const decision = authorizeCall({ ...call, resource: role.arn, owner });
  const isByTrust = !decision.allowed && decision.decidedBy.layer === "resource-based policy";
  return isByTrust ? { ...decision, tail: decision.tail.replace("resource-based policy", "role trust policy") } : decision;
}
