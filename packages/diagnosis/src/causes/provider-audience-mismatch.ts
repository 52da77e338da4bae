import { type Cause, placeOf } from "../cause.js";
import { addToProvider } from "../trust/add-provider.js";

/** failures.md, rank 13. */
export const providerAudienceMismatch: Cause = {
  id: "provider-audience-mismatch",
  rank: "mistaken",
  met: "everywhere",
  title: "The token's audience is not a client id of the OIDC provider",
  see: "InvalidIdentityToken: Incorrect token audience (400)",
  why: "Client id mistyped (sts.amazon.com), set to a regional host, or sts.amazonaws.com.cn; or SA annotation eks.amazonaws.com/audience changed.",
  prove: [
    "kubectl exec -n NAMESPACE POD -- cat /var/run/secrets/eks.amazonaws.com/serviceaccount/token | cut -d. -f2 | base64 -d",
    "aws iam get-open-id-connect-provider --open-id-connect-provider-arn ARN --query ClientIDList",
  ],
  sources: [
    "https://github.com/awslabs/amazon-eks-irsa-cfn/pull/18",
    "https://github.com/kubernetes-sigs/aws-load-balancer-controller/issues/3410",
    "https://github.com/terraform-aws-modules/terraform-aws-eks/issues/1704",
    "https://github.com/terraform-aws-modules/terraform-aws-eks/issues/2700",
    "https://github.com/terraform-aws-modules/terraform-aws-eks/issues/1145",
    "https://github.com/aws/amazon-eks-pod-identity-webhook/issues/39",
    "https://github.com/BerriAI/litellm/pull/31412",
  ],
  explain(symptom) {
    const { check } = symptom;
    if (check.check !== "sts.audience") return null;
    return {
      because: `the token is for "${check.actual.value}"; the provider's client ids are: ${check.expected.value}`,
      fix: `${placeOf(check.expected, "OIDC provider")}: add ${check.actual.value} to the provider's client ids`,
      edits: addToProvider(symptom, "ClientIDList", check.actual.value),
    };
  },
};
