import type { CheckEvent } from "@irsa-sim/core";
import { roleAnnotation } from "../asked-role.js";
import { type Cause, type Explanation, placeOf, type Symptom } from "../cause.js";
import { annotationIn, serviceAccountChanges } from "../service-account.js";
import { type FailedCondition, failedCondition, isPositive, isTextual } from "../trust/failed-condition.js";
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
    if (condition?.claim !== "sub" || check.reason !== "condition-value-differs" || !isTextual(condition)) return null;
    const { values, at } = condition;
    const subject = check.actual.value;
    if (!isPositive(condition)) return explainShutOut(condition, check);
    const isKept = values.length > 1 || values.some((value) => isNeeded(value, symptom));
    return {
      because: `the trust policy names ${difference(values, subject)}`,
      fix: `${placeOf(check.expected, "trust policy")}: ${isKept ? `add ${subject} to the values of the condition` : `put ${subject} in the condition`}, or run the pod as the service account that the policy names`,
      edits: at === null ? [] : [{ ...at, value: isKept ? [...values, subject] : subject }],
    };
  },
};

/** The policy names whom it does not want. */
function explainShutOut({ operator, values }: FailedCondition, check: CheckEvent): Explanation {
  return {
    because: `the trust policy shuts out ${listed(values)} by ${operator}, and the pod is ${visible(check.actual.value)}`,
    fix: `${placeOf(check.expected, "trust policy")}: put the condition under ${operator.replace(/Not/i, "")} if the service account is meant to be let in, or run the pod as one that is not shut out`,
    edits: [],
  };
}

function difference(values: readonly string[], subject: string): string {
  const [only = ""] = values;
  const [namespace, name] = subjectParts(subject);
  const [wantedNamespace, wantedName] = subjectParts(only);
  if (values.length > 1) return `the service accounts ${listed(values)}, and the pod runs as none of them, but as ${visible(subject)}`;
  if (wantedNamespace === name && wantedName === namespace)
    return `namespace ${visible(wantedNamespace)} and service account ${visible(wantedName)}, the wrong way round`;
  if (!SUBJECT.test(only)) return `${visible(only)}, which is no service account; the pod is ${visible(subject)}`;
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
