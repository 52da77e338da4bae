import { failedCheck, type Question, yesIf, yesOrNo } from "./question.js";

/** Another account's providers never count. */
export const providerInAccount: Question = {
  id: "provider-in-account",
  asks: "Does any account of yours have an OIDC provider for the issuer that the message names?",
  commands: ["aws iam list-open-id-connect-providers", "aws eks describe-cluster --name CLUSTER --query cluster.identity.oidc.issuer"],
  answers: yesOrNo("yes", "no"),
  answer(report) {
    if (failedCheck(report)?.check !== "sts.provider") return null;
    return yesIf(report.events.some((event) => event.kind === "exchange" && event.name === "CreateOpenIDConnectProvider" && event.response?.status === 200));
  },
};
