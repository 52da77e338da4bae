import type { Cause } from "../cause.js";

/** failures.md, rank 2. */
export const oidcProviderMissing: Cause = {
  id: "oidc-provider-missing",
  title: "The role's account has no OIDC provider for the cluster's issuer",
  explain({ check }) {
    if (check.check !== "sts.provider") return null;
    return {
      because: `no OIDC provider for ${check.expected.value} is registered in the account of the role; it has: ${check.actual.value}`,
      fix: `aws iam create-open-id-connect-provider --url ${check.expected.value} --client-id-list sts.amazonaws.com`,
    };
  },
};
