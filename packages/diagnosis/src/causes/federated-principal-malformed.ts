import { type Cause, placeOf } from "../cause.js";

/** failures.md, rank 21. */
export const federatedPrincipalMalformed: Cause = {
  id: "federated-principal-malformed",
  rank: "mistaken",
  met: "often",
  narrows: ["policy-not-stored"],
  title: "The trust policy names something that is no OIDC provider",
  see: "MalformedPolicyDocument: Federated principals must be valid domain names or SAML metadata ARNs (400), when the role is created",
  why: "Empty or wrong variable: cluster role ARN instead of provider ARN, output not known yet, wrong module version. The text speaks of SAML, which misleads.",
  prove: [
    "aws iam list-open-id-connect-providers",
    "aws eks describe-cluster --name CLUSTER --query cluster.identity.oidc.issuer --output text",
    "terraform plan, and read the assume_role_policy of the role in it",
  ],
  sources: [
    "https://github.com/terraform-aws-modules/terraform-aws-iam/issues/202",
    "https://github.com/terraform-aws-modules/terraform-aws-eks/issues/2594",
    "https://github.com/terraform-aws-modules/terraform-aws-eks/issues/2939",
    "https://github.com/Young-ook/terraform-aws-eks/issues/139",
  ],
  explain({ check }) {
    if (check.check !== "iam.call" || check.reason !== "MalformedPolicyDocument" || !check.actual.from?.pointer?.endsWith("Principal/Federated")) return null;
    const { value } = check.actual;
    return {
      because: `the trust policy's Federated principal is ${value === "" ? "empty" : `"${value}"`}, which is no ARN of an OIDC provider, so IAM does not store the role`,
      fix: `${placeOf(check.actual, "trust policy")}: put the ARN of the cluster's OIDC provider (aws iam list-open-id-connect-providers shows it)`,
    };
  },
};
