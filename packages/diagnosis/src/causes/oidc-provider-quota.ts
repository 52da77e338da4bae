import type { Cause } from "../cause.js";

/** failures.md, rank 60. */
export const oidcProviderQuota: Cause = {
  id: "oidc-provider-quota",
  rank: "mistaken",
  met: "rarely",
  title: "The account has as many OIDC providers as it may have",
  see: "LimitExceeded when creating the provider",
  why: "One provider per cluster and account, default quota 100.",
  prove: [
    "aws iam list-open-id-connect-providers --query 'length(OpenIDConnectProviderList)'",
    "aws service-quotas list-service-quotas --service-code iam --region us-east-1",
  ],
  sources: ["https://github.com/aws/amazon-eks-pod-identity-webhook/issues/23", "https://github.com/aws/containers-roadmap/issues/1408"],
  explain({ check }) {
    const { quota, limit, providers } = (check.details ?? {}) as { readonly quota?: string; readonly limit?: number; readonly providers?: number };
    if (check.check !== "iam.call" || check.reason !== "LimitExceeded" || quota !== "OpenIdConnectProvidersPerAccount") return null;
    return {
      because: `the account has ${providers} OIDC providers, one for each cluster that it ever trusted, and its quota is ${limit}`,
      fix: "delete the providers of clusters that are gone, or ask AWS for a higher quota; many clusters may also share an issuer, or use EKS Pod Identity",
    };
  },
};
