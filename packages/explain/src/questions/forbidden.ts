import { failedCheck, type Question } from "./question.js";

/** A Deny stands above every Allow. */
export const forbidden: Question = {
  id: "forbidden",
  asks: "Does a Deny of the trust policy, or a resource control policy of the organization, forbid it?",
  commands: ["aws iam get-role --role-name ROLE --query Role.AssumeRolePolicyDocument", "aws organizations list-policies --filter RESOURCE_CONTROL_POLICY"],
  answer(report) {
    const check = failedCheck(report);
    if (check === null || !/^sts\.(trust-policy|resource-control|vpc-endpoint)/.test(check.check)) return null;
    return check.check !== "sts.trust-policy" || check.reason === "explicit-deny";
  },
};
