import { failedCheck, type Question } from "./question.js";

/** The claim that most policies ask for. */
export const subject: Question = {
  id: "subject",
  asks: "Is the condition on …:sub exactly the token's sub (system:serviceaccount:NAMESPACE:NAME)?",
  commands: [
    "kubectl exec -n NAMESPACE POD -- sh -c 'cat $AWS_WEB_IDENTITY_TOKEN_FILE' | irsa-sim token inspect -",
    "aws iam get-role --role-name ROLE --query Role.AssumeRolePolicyDocument",
  ],
  answer(report) {
    const check = failedCheck(report);
    if (check?.check !== "sts.trust-policy") return null;
    const { conditionKey = "" } = (check.details ?? {}) as { readonly conditionKey?: string };
    return !(/^condition/.test(check.reason ?? "") && conditionKey.toLowerCase().endsWith(":sub"));
  },
};
