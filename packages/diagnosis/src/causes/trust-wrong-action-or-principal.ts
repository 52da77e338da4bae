import { type Cause, placeOf } from "../cause.js";
import { type DecisiveStatement, decisiveStatement } from "../trust/decisive-statement.js";
import { addStatement } from "../trust/federated-edits.js";
import { sentToken } from "../trust/sent-token.js";

/** failures.md, rank 38. */
export const trustWrongActionOrPrincipal: Cause = {
  id: "trust-wrong-action-or-principal",
  rank: "mistaken",
  met: "often",
  title: "The trust policy was written for another kind of caller",
  see: "Not authorized to perform sts:AssumeRoleWithWebIdentity (AccessDenied, 403)",
  why: "sts:AssumeRole instead of sts:AssumeRoleWithWebIdentity, an AWS or Service principal, or trust direction reversed in a two-account chain.",
  prove: ["aws iam get-role --role-name ROLE --query Role.AssumeRolePolicyDocument"],
  sources: [
    "https://github.com/kubernetes-sigs/external-dns/issues/1608",
    "https://github.com/aws/aws-sdk-js-v3/issues/3427",
    "https://github.com/kubernetes-sigs/aws-load-balancer-controller/issues/1935",
    "https://github.com/aws/amazon-eks-pod-identity-webhook/issues/30",
  ],
  explain(symptom) {
    const { check } = symptom;
    const statement = decisiveStatement(check);
    if (check.check !== "sts.trust-policy") return null;
    const place = placeOf(check.expected, "trust policy");
    const sent = sentToken(symptom);
    if (check.reason === "action-differs")
      return {
        because: `the trust policy allows ${check.expected.value}; a pod, which has a token and no credentials, calls ${check.actual.value}`,
        fix: `${place}: put ${check.actual.value}`,
        edits: statement === null ? [] : [{ source: statement.policy, pointer: pointerOf(statement, "Action"), value: check.actual.value }],
      };
    if (check.reason === "no-statement")
      return {
        because: `no statement of the trust policy allows anything${sent === null ? "" : `; a service account comes by way of ${sent.providerArn}`}`,
        fix: `${place}: add a statement that allows sts:AssumeRoleWithWebIdentity to the provider, for ${sent?.subject ?? "the service account"}`,
        edits: sent === null ? [] : addStatement(symptom, { policy: `role/${nameOf(sent.roleArn)}/trust-policy` }),
      };
    if (check.reason !== "principal-differs") return null;
    return {
      because: `the trust policy lets in ${check.expected.value}; a service account comes by way of ${check.actual.value}${afterMigration(check.expected.value)}`,
      fix: `${place}: put "Federated": "${check.actual.value}" in a statement of its own, which allows sts:AssumeRoleWithWebIdentity${sent === null ? "" : ` for ${sent.subject}`}`,
      edits: statement === null ? [] : addStatement(symptom, statement),
    };
  },
};

/** Half a migration: the role has gone over to EKS Pod Identity, and the pod has not. */
function afterMigration(trusted: string): string {
  return trusted.includes("pods.eks.amazonaws.com")
    ? "; the role was moved to EKS Pod Identity, and this pod still has what the annotation gave it: it was created before the association was made, or there is none"
    : "";
}

function pointerOf({ pointer, elements }: DecisiveStatement, wanted: "Action"): string {
  return elements.find(({ element }) => element === wanted)?.pointer ?? `${pointer}/${wanted}`;
}

function nameOf(roleArn: string): string {
  return roleArn.slice(roleArn.lastIndexOf("/") + 1);
}
