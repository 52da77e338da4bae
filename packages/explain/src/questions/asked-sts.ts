import { eventsOfPod, failedCall, type Question } from "./question.js";

/** Whether the SDK came as far as STS. */
export const askedSts: Question = {
  id: "asked-sts",
  asks: "Did the app call AssumeRoleWithWebIdentity at all (CloudTrail, or the SDK's debug log)?",
  commands: [
    "aws cloudtrail lookup-events --lookup-attributes AttributeKey=EventName,AttributeValue=AssumeRoleWithWebIdentity --max-results 20",
    "kubectl logs -n NAMESPACE POD -c CONTAINER | grep -i webidentity",
  ],
  answer: (report) =>
    failedCall(report) === null ? null : eventsOfPod(report).some((event) => event.kind === "exchange" && event.name === "AssumeRoleWithWebIdentity"),
};
