import type { Cause } from "../cause.js";

/** failures.md, rank 43. */
export const jwksStaleOrUnreachable: Cause = {
  id: "jwks-stale-or-unreachable",
  rank: "missing",
  met: "sometimes",
  title: "STS cannot get the key that the token was signed with",
  see: "InvalidIdentityToken: Couldn't retrieve verification key from your identity provider, please reference AssumeRoleWithWebIdentity documentation for requirements",
  why: "JWKS not public (S3 Block Public Access), key rotated or cluster recreated without republishing, intermittent fetch failure. EKS itself rotates keys about weekly, which also breaks other verifiers.",
  prove: [
    "curl -s ISSUER/.well-known/openid-configuration",
    "curl -s JWKS_URI",
    "kubectl exec -n NAMESPACE POD -- cat /var/run/secrets/eks.amazonaws.com/serviceaccount/token | cut -d. -f1 | base64 -d",
  ],
  sources: [
    "https://github.com/aws/aws-sdk-js-v3/issues/3052",
    "https://github.com/hashicorp/vault-plugin-auth-jwt/issues/181",
    "https://github.com/openfga/openfga/issues/3099",
    "https://github.com/kubernetes/kops/pull/14175",
    "https://github.com/appthrust/local-irsa/blob/main/docs/manual/troubleshooting.md",
  ],
  explain({ check }) {
    if (check.check !== "sts.verification-key") return null;
    return {
      because: `STS asked the issuer for the key and wanted ${check.expected.value}; it got ${check.actual.value}`,
      fix: "open the discovery document and the jwks_uri in it from outside the cluster: both must answer, and the key set must hold the kid of the token's header",
    };
  },
};
