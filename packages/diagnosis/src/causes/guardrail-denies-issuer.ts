import { type Cause, placeOf } from "../cause.js";

/** failures.md, rank 67. */
export const guardrailDeniesIssuer: Cause = {
  id: "guardrail-denies-issuer",
  rank: "mistaken",
  met: "rarely",
  title: "A guardrail of the organization blocks issuers that it does not list",
  see: "Not authorized to perform sts:AssumeRoleWithWebIdentity (AccessDenied, 403), although trust policy and token are right",
  why: "A resource control policy that allows only named OIDC providers must spell out every EKS issuer id; condition keys cannot be wildcarded. It is invisible to the application team.",
  prove: [
    "aws organizations list-policies-for-target --target-id ACCOUNT --filter RESOURCE_CONTROL_POLICY",
    "aws organizations describe-policy --policy-id POLICY --query Policy.Content --output text",
    "aws eks describe-cluster --name CLUSTER --query cluster.identity.oidc.issuer --output text",
  ],
  sources: ["https://github.com/aws-samples/resource-control-policy-examples/issues/5"],
  explain({ check }) {
    if (check.check !== "sts.resource-control-policy") return null;
    return {
      because: `the role's own trust policy was never asked: ${check.actual.value}, which stands before it and is kept by the organization, not by this account`,
      fix: `${placeOf(check.actual, "resource control policy")}: list this cluster's issuer by its id (condition keys take no wildcards), or exempt EKS issuers another way`,
    };
  },
};
