import type { ChangeEvent, JsonObject } from "@irsa-sim/core";
import { isAuthorization } from "../authorization-details.js";
import { type Cause, lastNote, type Symptom } from "../cause.js";
import { credentialsOf } from "../credentials-of.js";

const ROLE_ARN = /arn:aws[\w-]*:iam::\d{12}:role\/[^\s,;"]+/g;

/** failures.md, rank 62. */
export const oneSaOneRole: Cause = {
  id: "one-sa-one-role",
  rank: "without-effect",
  met: "rarely",
  title: "Several roles are written on one service account, which has one",
  see: "AccessDenied for the second role's resource, as the first role; or Not authorized to perform sts:AssumeRoleWithWebIdentity for two ARNs in one annotation",
  why: "One role-arn per SA, one SA per pod.",
  prove: ["kubectl get serviceaccount -n NAMESPACE NAME -o yaml", "kubectl exec -n NAMESPACE POD -- env | grep AWS_ROLE_ARN"],
  sources: [
    "https://github.com/awslabs/kubeflow-manifests/pull/236",
    "https://github.com/ministryofjustice/cloud-platform-environments/pull/25775",
    "https://github.com/crossplane-contrib/provider-aws/issues/597",
  ],
  explain(symptom) {
    return explainListOfRoles(symptom) ?? explainSecondAnnotation(symptom);
  },
};

const FIX =
  "leave one role in the annotation, and take further ones by profiles with role_arn and web_identity_token_file, or by a chain from the first role (source_profile)";

function explainListOfRoles({ check }: Symptom) {
  const asked = check.check === "sts.role-arn" ? check.actual.value : check.reason === "role-missing" ? check.expected.value : "";
  const roles = asked.match(ROLE_ARN) ?? [];
  if (roles.length < 2) return null;
  return { because: `the annotation holds ${roles.length} ARNs, and the webhook takes its value for one: STS is asked for a role by that name`, fix: FIX };
}

function explainSecondAnnotation(symptom: Symptom) {
  const { check, events } = symptom;
  const { source, roleArn } = credentialsOf(symptom) ?? {};
  const decision = lastNote(events, "webhook.decision")?.attributes;
  if (!isAuthorization(check.check) || source !== "web-identity" || decision === undefined) return null;
  const annotations = annotationsOf(events, String(decision.serviceAccount));
  const other = Object.entries(annotations).find(([key, value]) => key !== decision.annotation && value !== roleArn && value.match(ROLE_ARN)?.[0] === value);
  if (other === undefined) return null;
  const [key, value] = other;
  return {
    because: `the service account names ${value} too, in the annotation ${key}, which the webhook does not know; the pod has ${String(roleArn)} alone`,
    fix: FIX,
  };
}

/** @param serviceAccount `NAMESPACE/NAME` */
function annotationsOf(events: Symptom["events"], serviceAccount: string): Readonly<Record<string, string>> {
  const stored = events
    .filter((event): event is ChangeEvent => event.kind === "change")
    .map(({ after }) => after as (JsonObject & Partial<StoredServiceAccount>) | null)
    .findLast((object) => object?.kind === "ServiceAccount" && `${object.metadata?.namespace}/${object.metadata?.name}` === serviceAccount);
  return stored?.metadata?.annotations ?? {};
}

interface StoredServiceAccount {
  readonly metadata: { readonly name: string; readonly namespace: string; readonly annotations?: Readonly<Record<string, string>> };
}
