import type { Arn } from "@irsa-sim/core";
import type { Iam, Role, StoredPolicy } from "../accounts/account.js";
import type { Caller } from "../authentication/authentication.js";

/** The policies that a caller brings along, and the names by which a resource's policy may know it. */
export interface CallerPolicies {
  readonly identityPolicies: readonly StoredPolicy[];
  readonly permissionsBoundary: StoredPolicy | null;
  /** Of which one must allow; `null` where none limits. */
  readonly sessionPolicies: readonly StoredPolicy[] | null;
  /** A session goes by its role's ARN too. */
  readonly principal: { readonly kind: "AWS"; readonly arns: readonly Arn[] };
}

/**
 * Collects a caller's policies as they are now: what was changed since the credentials were issued counts at once.
 *
 * @see sts-and-iam.md, section 6.1
 */
export function policiesOfCaller(iam: Iam, caller: Caller): CallerPolicies {
  if (caller.kind === "user") {
    const { user, session } = caller;
    return {
      identityPolicies: user.policies,
      permissionsBoundary: null,
      sessionPolicies: session?.federatedUser?.policies ?? null,
      principal: { kind: "AWS", arns: [caller.arn] },
    };
  }
  const { roleArn, grants } = caller.session;
  const role = iam.findRole(roleArn);
  return {
    identityPolicies: role === null ? [] : policiesOfRole(role),
    permissionsBoundary: null,
    sessionPolicies: grants.policies,
    principal: { kind: "AWS", arns: [roleArn, caller.arn] },
  };
}

function policiesOfRole({ inlinePolicies }: Role): readonly StoredPolicy[] {
  return [...inlinePolicies.values()];
}
