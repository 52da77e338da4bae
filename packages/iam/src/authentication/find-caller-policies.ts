import { extend } from "@irsa-sim/core";
import type { Account, Iam, Role } from "../accounts/account.js";
import { findPolicyInForce } from "../accounts/find-managed-policy.js";
import { accountOfArn } from "../accounts/identifiers/account-of-arn.js";
import type { StoredPolicy } from "../evaluation/stored-policy.js";
import type { Caller } from "./authentication.js";

/** The policies of a caller's own side. */
export interface CallerPolicies {
  readonly identityPolicies: readonly StoredPolicy[];
  readonly permissionsBoundary: StoredPolicy | null;
  readonly sessionPolicies: readonly StoredPolicy[] | null;
  /** Of the organization of the caller's account; `null` without one. */
  readonly serviceControlPolicies: readonly StoredPolicy[] | null;
}

/**
 * The policies of a caller as they are now, not as they were when its session was issued: a role's inline and attached ones, a user's own, and the boundary of either.
 *
 * @see sts-and-iam.md, section 6.1
 * @example authorize({ ...findCallerPolicies(iam, caller), request, resourcePolicy: null, isCrossAccount: false, resourceControlPolicies: null })
 */
export function findCallerPolicies(iam: Iam, caller: Caller): CallerPolicies {
  const account = iam.account(accountOfArn(caller.arn));
  const serviceControlPolicies = account?.guardrails.serviceControlPolicies ?? null;
  if (caller.kind === "user") {
    const { user, session } = caller;
    return {
      identityPolicies: user.policies,
      permissionsBoundary: user.permissionsBoundary ?? null,
      sessionPolicies: session?.federatedUser?.policies ?? null,
      serviceControlPolicies,
    };
  }
  const { roleArn, grants } = caller.session;
  const role = iam.findRole(roleArn);
  const found = account === null || role === null ? { identityPolicies: [], permissionsBoundary: null } : policiesOfRole(account, role);
  return extend(found, { sessionPolicies: grants.policies, serviceControlPolicies });
}

function policiesOfRole(account: Account, role: Role): Pick<CallerPolicies, "identityPolicies" | "permissionsBoundary"> {
  const attached = (role.attachedPolicyArns ?? []).map((arn) => storedPolicy(account, arn));
  return {
    identityPolicies: [...role.inlinePolicies.values(), ...attached],
    permissionsBoundary: role.permissionsBoundaryArn === undefined ? null : storedPolicy(account, role.permissionsBoundaryArn),
  };
}

/** A policy cannot be deleted while a role uses it. */
function storedPolicy(account: Account, arn: string): StoredPolicy {
  const policy = findPolicyInForce(account, arn);
  if (policy === null) throw new Error(`a role uses ${arn}, which does not exist`);
  return policy;
}
