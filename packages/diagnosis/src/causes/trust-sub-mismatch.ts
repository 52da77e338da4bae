import { type Cause, placeOf } from "../cause.js";
import { failedCondition } from "../failed-condition.js";

/** failures.md, rank 1. */
export const trustSubMismatch: Cause = {
  id: "trust-sub-mismatch",
  title: "The trust policy's sub names another namespace or service account",
  see: "An error occurred (AccessDenied) when calling the AssumeRoleWithWebIdentity operation: Not authorized to perform sts:AssumeRoleWithWebIdentity (403)",
  why: "<issuer>:sub must equal system:serviceaccount:<ns>:<sa>; Helm release prefixes, a renamed SA after a chart upgrade, or another namespace break the match. STS says nothing about which side is wrong.",
  prove: [
    "kubectl exec -n NAMESPACE POD -- cat /var/run/secrets/eks.amazonaws.com/serviceaccount/token | cut -d. -f2 | base64 -d",
    "aws iam get-role --role-name ROLE --query Role.AssumeRolePolicyDocument",
  ],
  sources: [
    "https://github.com/helm/charts/issues/20504",
    "https://github.com/cert-manager/aws-privateca-issuer/issues/277",
    "https://github.com/aws-ia/terraform-aws-eks-blueprints-addons/issues/267",
    "https://github.com/ministryofjustice/cloud-platform-terraform-monitoring/pull/76",
    "https://github.com/ministryofjustice/cloud-platform-infrastructure/pull/1262",
    "https://github.com/kubernetes-sigs/external-dns/issues/1979",
    "https://github.com/crossplane-contrib/provider-upjet-aws/issues/1199",
    "https://github.com/aws-actions/configure-aws-credentials/issues/1100",
    "https://github.com/windmill-labs/windmilldocs/pull/635",
    "https://blog.alekc.org/posts/2021/how-to-fix-access-denied-assumerolewithwebidentity/",
  ],
  explain({ check }) {
    if (failedCondition(check)?.claim !== "sub" || check.reason !== "condition-value-differs") return null;
    const [wantedNamespace, wantedName] = subjectParts(check.expected.value);
    const [namespace, name] = subjectParts(check.actual.value);
    const difference =
      wantedNamespace === namespace
        ? `service account "${wantedName}", the pod runs as "${name}"`
        : `namespace "${wantedNamespace}", the pod runs in "${namespace}"`;
    return {
      because: `the trust policy names ${difference}`,
      fix: `${placeOf(check.expected, "trust policy")}: put ${check.actual.value} in the condition, or run the pod as the service account that the policy names`,
    };
  },
};

/** `system:serviceaccount:NAMESPACE:NAME` in its last two parts. */
function subjectParts(subject: string): readonly [string, string] {
  const [, , namespace = "", name = ""] = subject.split(":");
  return [namespace, name];
}
