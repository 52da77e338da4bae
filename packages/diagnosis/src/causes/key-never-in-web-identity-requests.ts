import { type Cause, placeOf } from "../cause.js";
import { failedCondition } from "../trust/failed-condition.js";
import { removeFailedCondition } from "../trust/remove-condition.js";
import { subjectEdits } from "../trust/subject-edits.js";

/** Not in failures.md: the neighbour of rank 70, at keys of AWS's own. */
export const keyNeverInWebIdentityRequests: Cause = {
  id: "key-never-in-web-identity-requests",
  rank: "without-effect",
  title: "The trust policy asks for a condition key that a pod's request never has",
  see: "Not authorized to perform sts:AssumeRoleWithWebIdentity (AccessDenied, 403)",
  why: "AssumeRoleWithWebIdentity is not signed and has no external id: keys of the caller's principal (aws:PrincipalOrgID, aws:PrincipalTag) and sts:ExternalId belong to AssumeRole. An absent key never equals anything.",
  prove: [
    "aws iam get-role --role-name ROLE --query Role.AssumeRolePolicyDocument",
    "look the key up under AssumeRoleWithWebIdentity in the service authorization reference of AWS STS",
  ],
  sources: [
    "https://github.com/aws-actions/configure-aws-credentials/issues/407",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html",
    "https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssecuritytokenservice.html",
  ],
  explain(symptom) {
    const { check } = symptom;
    const condition = failedCondition(check);
    if (
      condition === null ||
      check.reason !== "condition-key-missing" ||
      /^aws:SourceVpc/i.test(condition.key) ||
      !/^(aws|sts|iam|ec2|s3|saml|cognito-identity\.amazonaws\.com|accounts\.google\.com|www\.amazon\.com|graph\.facebook\.com):/i.test(condition.key)
    )
      return null;
    const { key } = condition;
    return {
      because: `the trust policy asks for ${key}, and a request with a web identity ${reasonFor(key)}; a key that is absent never equals anything`,
      fix: `${placeOf(check.expected, "trust policy")}: take the condition on ${key} away, or keep it in a statement for callers that have it`,
      edits: [...removeFailedCondition(symptom), ...subjectEdits(symptom)],
    };
  },
};

function reasonFor(key: string): string {
  if (/^sts:ExternalId$/i.test(key)) return "has no parameter for an external id";
  if (/^aws:RequestTag\/|^aws:TagKeys$|^sts:TransitiveTagKeys$/i.test(key)) return "from a cluster brings no session tags";
  if (/^aws:(Principal|userid|username)/i.test(key)) return "is made by nobody whom IAM knows yet";
  return "does not have that key";
}
