import { failedCall, notesOfPod, type Question, yesIf, yesOrNo } from "./question.js";

/** It fails open: nothing else tells. */
export const webhookAsked: Question = {
  id: "webhook-asked",
  asks: "Is the webhook installed and reachable from the API server (its failure policy is Ignore, so a pod goes on without it)?",
  commands: [
    "kubectl get mutatingwebhookconfiguration pod-identity-webhook -o yaml",
    "kubectl run probe --image=busybox --restart=Never --dry-run=server -o yaml | grep AWS_ROLE_ARN",
  ],
  answers: yesOrNo("yes", "no"),
  answer: (report) => (failedCall(report) === null ? null : yesIf(notesOfPod(report).some(({ name }) => name === "webhook.decision"))),
};
