import { failedCheck, type Question } from "./question.js";

/** Across accounts nobody is told whose policy it was. */
export const forbiddenBy: Question = {
  id: "forbidden-by",
  asks: "Whose policy forbids the call?",
  commands: [
    "aws s3api get-bucket-policy --bucket BUCKET",
    "aws organizations list-policies-for-target --target-id ACCOUNT_ID --filter SERVICE_CONTROL_POLICY",
  ],
  answers: { organization: "the organization's", resource: "the resource's own", none: "none forbids it, and none on the resource's side allows it" },
  answer(report) {
    const check = failedCheck(report);
    if (check?.check !== "s3.authorization") return null;
    const found = String(check.actual?.value ?? "");
    if (!found.endsWith(" denies it")) return "none";
    return found.startsWith("organization/") ? "organization" : "resource";
  },
};
