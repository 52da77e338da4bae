import { failedCall, notesOfPod, type Question, yesIf, yesOrNo } from "./question.js";

/** The kubelet's new token lies there, and the app has an old one. */
export const oldToken: Question = {
  id: "app-keeps",
  asks: "Does the program read the token or the credentials once, and keep them?",
  commands: ["kubectl exec -n NAMESPACE POD -- sh -c 'cat $AWS_WEB_IDENTITY_TOKEN_FILE' | irsa-sim token inspect -"],
  answers: yesOrNo("yes, and goes on with them", "no"),
  answer: (report) =>
    failedCall(report) === null ? null : yesIf(notesOfPod(report).some(({ name }) => name === "app.token-reused" || name === "app.credentials-reused")),
};
