import { type Cause, placeOf } from "../cause.js";
import { addToProvider } from "../trust/add-provider.js";

/** failures.md, rank 31. */
export const thumbprintMismatch: Cause = {
  id: "thumbprint-mismatch",
  rank: "mistaken",
  met: "often",
  title: "The provider's thumbprint is not that of the issuer's certificate authority",
  see: "OpenIDConnect provider's HTTPS certificate doesn't match configured thumbprint",
  why: "Leaf instead of root CA used, or the chain changed. Today AWS checks its trusted CA list first; the thumbprint matters only for certificates outside it.",
  prove: [
    "openssl s_client -connect ISSUER_HOST:443 -servername ISSUER_HOST -showcerts </dev/null",
    "openssl x509 -in LAST_CERTIFICATE.pem -noout -fingerprint -sha1",
    "aws iam get-open-id-connect-provider --open-id-connect-provider-arn ARN --query ThumbprintList",
  ],
  sources: [
    "https://github.com/terraform-aws-modules/terraform-aws-eks/issues/2542",
    "https://github.com/aws-actions/configure-aws-credentials/issues/357",
    "https://github.com/aws-actions/configure-aws-credentials/issues/757",
    "https://github.com/aws-actions/configure-aws-credentials/issues/762",
    "https://github.com/hashicorp/terraform-provider-aws/issues/35112",
    "https://docs.aws.amazon.com/sdk-for-sap-abap/v1/api/latest/iam/operation/UPDATEOPENIDCPTHUMBPRINT.html",
  ],
  explain(symptom) {
    const { check } = symptom;
    if (check.check !== "sts.tls-certificate" || check.reason !== "thumbprint-differs") return null;
    const host = check.actual.from?.file ?? "the issuer's host";
    return {
      because: `no public CA signed the certificate of ${host}, so the thumbprint decides; the last certificate that it sends has ${check.actual.value}, the provider has: ${check.expected.value}`,
      fix: `${placeOf(check.expected, "OIDC provider")}: put the thumbprint ${check.actual.value}`,
      edits: addToProvider(symptom, "ThumbprintList", check.actual.value),
    };
  },
};
