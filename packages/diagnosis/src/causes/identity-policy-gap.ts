import { isAuthorization, readAuthorization } from "../authorization-details.js";
import { type Cause, placeOf } from "../cause.js";
import { credentialsOf } from "../credentials-of.js";
import { conditionEdits, conditionFix, nearestGrant } from "../nearest-grant.js";
import { allowEdits } from "../policy-edits.js";
import { listed } from "../visible.js";

/** failures.md, rank 14. */
export const identityPolicyGap: Cause = {
  id: "identity-policy-gap",
  rank: "missing",
  met: "everywhere",
  title: "The role was assumed, but its policy does not allow the call",
  see: 'User: arn:aws:sts::<acct>:assumed-role/<irsa role>/<name> is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::b/k" because no identity-based policy allows the s3:GetObject action',
  why: "ListBucket confused with ListAllMyBuckets; bucket ARN without /*; outdated vendor policy; iam:PassRole missing.",
  prove: [
    "aws iam list-attached-role-policies --role-name ROLE",
    "aws iam simulate-principal-policy --policy-source-arn ROLE_ARN --action-names ACTION --resource-arns RESOURCE",
  ],
  sources: [
    "https://github.com/grafana/loki/issues/3718",
    "https://github.com/aws-ia/terraform-aws-bedrock/issues/41",
    "https://github.com/kubernetes-sigs/external-dns/issues/1684",
    "https://github.com/cert-manager/cert-manager/issues/2010",
    "https://github.com/aws/karpenter-provider-aws/issues/6298",
    "https://github.com/crossplane-contrib/provider-upjet-aws/issues/1199",
  ],
  explain(symptom) {
    const { check } = symptom;
    const { source, roleArn } = credentialsOf(symptom) ?? {};
    // By the annotation, by a profile, or from one role to the next.
    if (!isAuthorization(check.check) || (source !== "web-identity" && roleArn === undefined)) return null;
    const details = readAuthorization(check);
    const decided = details?.decision.decidedBy;
    if (decided !== undefined && decided.layer !== "identity-based policy") return null;
    const isDenied = decided?.decision.outcome === "explicit-deny";
    if (isDenied)
      return {
        because: `IRSA worked: the role was assumed, but ${check.actual.value}`,
        fix: `${placeOf(check.expected, "the role's permission policy")}: take the Deny away, or narrow what it denies`,
        edits: [],
      };
    const near = details === null ? null : nearestGrant(details);
    const because = `IRSA worked: the role was assumed, but ${check.actual.value}`;
    if (details !== null && near?.kind === "condition")
      return {
        because: `${because}: the statement that would allow it wants ${near.key} to be ${listed(near.expected)}, and this call has ${near.actual.length === 0 ? "none" : listed(near.actual)}`,
        fix: conditionFix(near, placeOf(check.expected, "the role's permission policy")),
        edits: conditionEdits(details, near),
      };
    if (near === null || details === null)
      return {
        because,
        fix: `allow it in the role's permission policy: ${check.expected.value}`,
        edits: details === null ? [] : allowEdits(details.caller, details),
      };
    const suffixed = withSuffix(near.expected, details.resource);
    return {
      because: `${because}: it allows ${details.action} on ${listed(near.expected)}, and ${details.resource === "*" ? `${details.action} is about no resource of its own: it is allowed on "*" or not at all` : `the call is for ${listed(near.actual)}`}${suffixed === null ? "" : ", whose last six characters Secrets Manager has added to the name"}`,
      fix:
        suffixed === null
          ? `allow it in the role's permission policy: ${check.expected.value}`
          : `${placeOf(check.expected, "the role's permission policy")}: write ${suffixed}, with a wildcard for what is added`,
      edits: allowEdits(details.caller, { action: details.action, resource: suffixed ?? details.resource }),
    };
  },
};

/** The pattern for a secret that a policy names without the characters behind its name; `null` for anything else. */
function withSuffix(expected: readonly string[], resource: string): string | null {
  const [, bare] = /^(arn:[a-z-]+:secretsmanager:.+)-[A-Za-z0-9]{6}$/.exec(resource) ?? [];
  return bare !== undefined && expected.includes(bare) ? `${bare}-??????` : null;
}
