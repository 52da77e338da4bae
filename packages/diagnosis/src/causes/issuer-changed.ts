import { type Cause, lastPassed, placeOf, type Symptom } from "../cause.js";
import { isEksIssuer, parseProviderArn } from "../eks-issuer.js";
import { failedCondition } from "../failed-condition.js";

/** failures.md, rank 24. */
export const issuerChanged: Cause = {
  id: "issuer-changed",
  title: "The trust policy names the issuer of another cluster, or of this one before it was made again",
  explain(symptom) {
    const { check, events } = symptom;
    const issuer = lastPassed(events, "sts.provider")?.expected.value.replace("https://", "");
    const named = issuerInPolicy(symptom);
    if (issuer === undefined || named === null || named === issuer || !isEksIssuer(named) || !isEksIssuer(issuer)) return null;
    return {
      because: `the trust policy names the issuer ${named}; the token is from ${issuer}`,
      fix: `${placeOf(check.expected, "trust policy")}: put ${issuer} in the principal and in every condition key`,
    };
  },
};

/** The issuer that the principal or the key of a condition names. */
function issuerInPolicy({ check }: Symptom): string | null {
  if (check.reason === "principal-differs") return parseProviderArn(check.expected.value)?.url ?? null;
  return check.reason === "condition-key-missing" ? (failedCondition(check)?.issuer ?? null) : null;
}
