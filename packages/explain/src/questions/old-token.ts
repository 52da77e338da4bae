import { eventsOfPod, failedCall, type Question } from "./question.js";

/** The kubelet's new token lies there, and the app has an old one. */
export const oldToken: Question = {
  id: "app-keeps",
  asks: "Does the program read the token or the credentials once, and keep them?",
  commands: ["kubectl exec -n NAMESPACE POD -- sh -c 'cat $AWS_WEB_IDENTITY_TOKEN_FILE' | irsa-sim token inspect -"],
  answer: (report) =>
    failedCall(report) === null
      ? null
      : eventsOfPod(report).some((event) => event.kind === "note" && (event.name === "app.token-reused" || event.name === "app.credentials-reused")),
};
