import { failedCheck, type Question } from "./question.js";

/** STS never says so. */
export const roleExists: Question = {
  id: "role-exists",
  asks: "Does the role that AWS_ROLE_ARN names exist, under exactly this ARN, path included?",
  commands: ["aws iam get-role --role-name ROLE --query Role.Arn"],
  answer(report) {
    const check = failedCheck(report);
    return check?.check === "sts.trust-policy" ? check.reason !== "role-missing" : null;
  },
};
