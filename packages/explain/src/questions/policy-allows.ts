import { failedCheck, type Question } from "./question.js";

/** A gap, as against something that forbids. */
export const policyAllows: Question = {
  id: "policy-allows",
  asks: "Does a policy of the role allow the action on this very resource?",
  commands: ["aws iam simulate-principal-policy --policy-source-arn ROLE_ARN --action-names ACTION --resource-arns RESOURCE"],
  answers: { yes: "yes: something else forbids it", variable: "only through a policy variable that may have no value", no: "no" },
  answer(report) {
    const check = failedCheck(report);
    if (check?.check !== "s3.authorization") return null;
    if (!(report.failure?.message ?? "").includes("no identity-based policy allows")) return "yes";
    return JSON.stringify(check.details ?? null).includes("${") ? "variable" : "no";
  },
};
