import { failedCheck, type Question } from "./question.js";

/** Who is let in, as against under which conditions. */
export const principal: Question = {
  id: "principal",
  asks: "Does a statement of the trust policy have the cluster's own OIDC provider as Principal.Federated, and sts:AssumeRoleWithWebIdentity as Action?",
  commands: [
    "aws iam get-role --role-name ROLE --query Role.AssumeRolePolicyDocument",
    "aws eks describe-cluster --name CLUSTER --query cluster.identity.oidc.issuer",
  ],
  answer(report) {
    const check = failedCheck(report);
    return check?.check === "sts.trust-policy" ? !/^(principal|action|no-statement)/.test(check.reason ?? "") : null;
  },
};
