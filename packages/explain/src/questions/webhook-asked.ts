import { eventsOfPod, failedCall, type Question } from "./question.js";

/** It fails open: nothing else tells. */
export const webhookAsked: Question = {
  id: "webhook-asked",
  asks: "Is the webhook installed and reachable from the API server (its failure policy is Ignore, so a pod goes on without it)?",
  commands: [
    "kubectl get mutatingwebhookconfiguration pod-identity-webhook -o yaml",
    "kubectl run probe --image=busybox --restart=Never --dry-run=server -o yaml | grep AWS_ROLE_ARN",
  ],
  answer: (report) => (failedCall(report) === null ? null : eventsOfPod(report).some((event) => event.kind === "note" && event.name === "webhook.decision")),
};
