import { failedCheck, type Question } from "./question.js";

/** Some SDKs show only their own words, and STS's stand in the exception within. */
export const accessDenied: Question = {
  id: "access-denied",
  asks: "Does STS itself say AccessDenied (the inner exception, the SDK's debug log, or CloudTrail), and not InvalidIdentityToken or another code?",
  commands: ["kubectl logs -n NAMESPACE POD -c CONTAINER | grep -iE 'AccessDenied|InvalidIdentityToken|Expired|Throttling'"],
  answer(report) {
    const check = failedCheck(report);
    return check?.actor === "sts" ? report.failure?.code === "AccessDenied" : null;
  },
};
