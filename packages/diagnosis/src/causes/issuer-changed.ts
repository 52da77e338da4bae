import { type Cause, lastPassed, placeOf, type Symptom } from "../cause.js";
import { createdProviders } from "../created-providers.js";
import { withCluster } from "../issuers-of-clusters.js";
import { decisiveStatement } from "../trust/decisive-statement.js";
import { isEksIssuer, parseProviderArn } from "../trust/eks-issuer.js";
import { failedCondition } from "../trust/failed-condition.js";
import { addStatement, replaceStatement } from "../trust/federated-edits.js";

/** failures.md, rank 24. */
export const issuerChanged: Cause = {
  id: "issuer-changed",
  rank: "mistaken",
  met: "often",
  narrows: ["trust-wrong-action-or-principal"],
  title: "The trust policy names the issuer of another cluster, or of this one before it was made again",
  see: "AccessDenied 403 (provider of the new cluster exists) or No OpenIDConnect provider found (it does not)",
  why: "The issuer id is new per cluster; every trust policy embeds it.",
  prove: [
    "aws eks describe-cluster --name CLUSTER --query cluster.identity.oidc.issuer",
    "aws iam get-role --role-name ROLE --query Role.AssumeRolePolicyDocument",
  ],
  sources: [
    "https://github.com/aws/containers-roadmap/issues/1408",
    "https://github.com/aws/amazon-eks-pod-identity-webhook/issues/23",
    "https://github.com/aws/aws-sdk-js-v3/issues/5749",
    "https://github.com/appthrust/local-irsa/blob/main/docs/manual/troubleshooting.md",
  ],
  explain(symptom) {
    const { check, events } = symptom;
    const issuer = lastPassed(events, "sts.provider")?.expected.value.replace("https://", "");
    const named = issuerInPolicy(symptom);
    if (issuer === undefined || named === null || named === issuer || !isEksIssuer(named) || !isEksIssuer(issuer)) return null;
    const statement = decisiveStatement(check);
    const isGone = !createdProviders(symptom.all).some(({ url }) => url === named);
    return {
      because: `the trust policy names the issuer ${withCluster(symptom.all, named)}; the token is from ${withCluster(symptom.all, issuer)}`,
      fix: isGone
        ? `${placeOf(check.expected, "trust policy")}: put ${issuer} in the principal and in every condition key`
        : `${placeOf(check.expected, "trust policy")}: leave the statement to the other cluster, and add one for ${issuer}, with it in the principal and in every condition key`,
      edits: statement === null ? [] : isGone ? replaceStatement(symptom, statement) : addStatement(symptom, statement),
    };
  },
};

/** The issuer that the principal or the key of a condition names. */
function issuerInPolicy({ check }: Symptom): string | null {
  if (check.reason === "principal-differs") return parseProviderArn(check.expected.value)?.url ?? null;
  return check.reason === "condition-key-missing" ? (failedCondition(check)?.issuer ?? null) : null;
}
