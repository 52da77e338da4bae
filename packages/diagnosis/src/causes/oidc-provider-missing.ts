import { type Cause, lastPassed, type Symptom } from "../cause.js";
import { createdRoles } from "../created-roles.js";
import { issuersOfClusters } from "../issuers-of-clusters.js";
import { addProvider } from "../trust/add-provider.js";
import { sentToken } from "../trust/sent-token.js";

/** failures.md, rank 2. */
export const oidcProviderMissing: Cause = {
  id: "oidc-provider-missing",
  rank: "missing",
  met: "everywhere",
  title: "The role's account has no OIDC provider for the cluster's issuer",
  see: "InvalidIdentityToken: No OpenIDConnect provider found in your account for https://oidc.eks.<region>.amazonaws.com/id/<ID> (400)",
  why: "The cluster has an issuer, but the provider object was never created in IAM of the role's account.",
  prove: ["aws eks describe-cluster --name CLUSTER --query cluster.identity.oidc.issuer", "aws iam list-open-id-connect-providers"],
  sources: [
    "https://github.com/kubernetes-sigs/aws-load-balancer-controller/issues/2315",
    "https://github.com/kubernetes-sigs/aws-load-balancer-controller/issues/1226",
    "https://github.com/aws-samples/aws-secret-sidecar-injector/issues/30",
    "https://github.com/aws/karpenter-provider-aws/issues/4035",
    "https://github.com/terraform-aws-modules/terraform-aws-eks/issues/965",
    "https://github.com/namespacelabs/foundation/issues/801",
    "https://github.com/k8gb-io/k8gb/issues/593",
    "https://rtfm.co.ua/en/aws-eks-openid-connect-and-serviceaccounts/",
    "https://repost.aws/knowledge-center/eks-troubleshoot-irsa-errors",
    "https://repost.aws/knowledge-center/eks-load-balancer-webidentityerr",
  ],
  explain(symptom) {
    const { check } = symptom;
    if (check.check !== "sts.provider") return null;
    return {
      because: `no OIDC provider for ${check.expected.value} is registered in the account of the role; it has: ${check.actual.value}${describeTrust(symptom)}`,
      fix: `aws iam create-open-id-connect-provider --url ${check.expected.value} --client-id-list ${sentToken(symptom)?.audience ?? "sts.amazonaws.com"}`,
      edits: addProvider(symptom),
    };
  },
};

/** Where a world has several clusters, a role that was made for another one is the likely reason. */
function describeTrust({ events, all }: Symptom): string {
  const arn = lastPassed(events, "sts.role-arn")?.actual.value;
  const trustPolicy = createdRoles(all).find((role) => role.arn === arn)?.trustPolicy ?? "";
  const trusted = [...issuersOfClusters(all)].filter(([issuer]) => trustPolicy.includes(issuer)).map(([, cluster]) => cluster);
  return trusted.length === 0 ? "" : `; the role trusts cluster ${trusted.join(" and cluster ")}`;
}
