import { roleAnnotation } from "../asked-role.js";
import { type Cause, placeOf, type Symptom } from "../cause.js";
import { annotationIn, serviceAccountChanges } from "../service-account.js";
import { failedCondition, isPositive } from "../trust/failed-condition.js";
import { sentToken } from "../trust/sent-token.js";
import { listed, visible } from "../visible.js";

/** failures.md, rank 1. */
export const trustSubMismatch: Cause = {
  id: "trust-sub-mismatch",
  rank: "mistaken",
  met: "everywhere",
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
  explain(symptom) {
    const { check } = symptom;
    const condition = failedCondition(check);
    if (condition?.claim !== "sub" || check.reason !== "condition-value-differs") return null;
    const { values, at } = condition;
    const subject = check.actual.value;
    const isKept = values.length > 1 || values.some((value) => isNeeded(value, symptom));
    return {
      because: `the trust policy names ${isPositive(condition) ? difference(values, subject) : `${listed(values)} under ${condition.operator}, and the pod is ${visible(subject)}`}`,
      fix: `${placeOf(check.expected, "trust policy")}: ${isKept ? `add ${subject} to the values of the condition` : `put ${subject} in the condition`}, or run the pod as the service account that the policy names`,
      edits: at === null || !isPositive(condition) ? [] : [{ ...at, value: isKept ? [...values, subject] : subject }],
    };
  },
};

function difference(values: readonly string[], subject: string): string {
  const [only = ""] = values;
  const [namespace, name] = subjectParts(subject);
  if (values.length > 1) return `the service accounts ${listed(values)}, and the pod runs as none of them, but as ${visible(subject)}`;
  if (!SUBJECT.test(only)) return `${visible(only)}, which is no service account; the pod is ${visible(subject)}`;
  const [wantedNamespace, wantedName] = subjectParts(only);
  return wantedNamespace === namespace
    ? `service account ${visible(wantedName)}, the pod runs as ${visible(name)}`
    : `namespace ${visible(wantedNamespace)}, the pod runs in ${visible(namespace)}`;
}

const SUBJECT = /^system:serviceaccount:[^:]*:[^:]*$/;

/** Whether a pattern or a name in a policy may mean a service account that is there and would lose this role; one that is annotated with another role loses nothing. */
function isNeeded(value: string, symptom: Symptom): boolean {
  if (value.includes("*")) return true;
  const [namespace, name] = subjectParts(value);
  const stored = serviceAccountChanges(symptom.all, `${namespace}/${name}`).at(-1)?.after ?? null;
  const role = annotationIn(stored, roleAnnotation(symptom));
  return stored !== null && (role === undefined || role === sentToken(symptom)?.roleArn);
}

/** `system:serviceaccount:NAMESPACE:NAME` in its last two parts. */
function subjectParts(subject: string): readonly [string, string] {
  const [, , namespace = "", name = ""] = subject.split(":");
  return [namespace, name];
}
