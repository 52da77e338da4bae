import { type Cause, lastPassed, placeOf } from "../cause.js";
import { failedCondition } from "../trust/failed-condition.js";
import { removeFailedCondition } from "../trust/remove-condition.js";
import { subjectEdits } from "../trust/subject-edits.js";

/** failures.md, rank 70. */
export const unsupportedClaim: Cause = {
  id: "unsupported-claim",
  rank: "without-effect",
  met: "rarely",
  title: "The condition is on a claim that IAM does not expose",
  see: "Not authorized to perform sts:AssumeRoleWithWebIdentity (AccessDenied, 403); the claim is visibly in the token",
  why: "For a generic OIDC provider only a few claims become condition keys (sub, aud, and some standard ones); custom claims never match.",
  prove: [
    "kubectl exec -n NAMESPACE POD -- cat /var/run/secrets/eks.amazonaws.com/serviceaccount/token | cut -d. -f2 | base64 -d",
    "aws iam get-role --role-name ROLE --query Role.AssumeRolePolicyDocument",
  ],
  sources: ["https://github.com/windmill-labs/windmilldocs/pull/635"],
  explain(symptom) {
    const { check, events } = symptom;
    const condition = failedCondition(check);
    const issuer = lastPassed(events, "sts.provider")?.expected.value.replace("https://", "");
    if (condition === null || check.reason !== "condition-key-missing" || condition.issuer.toLowerCase() !== issuer?.toLowerCase()) return null;
    const { at, claim } = condition;
    return {
      because: `"${claim}" never becomes a condition key: of a cluster's token IAM knows aud, sub and amr`,
      fix: `${placeOf(check.expected, "trust policy")}: take the condition away and say the same of sub, which is system:serviceaccount:NAMESPACE:NAME`,
      edits: at === null ? [] : [...removeFailedCondition(symptom), ...subjectEdits(symptom)],
    };
  },
};
