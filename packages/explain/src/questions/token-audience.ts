import { failedCheck, type Question, yesIf, yesOrNo } from "./question.js";

/** What was asked for, as against what the provider lists. */
export const tokenAudience: Question = {
  id: "token-audience",
  asks: "Is the token's aud sts.amazonaws.com?",
  commands: ["kubectl exec -n NAMESPACE POD -- sh -c 'cat $AWS_WEB_IDENTITY_TOKEN_FILE' | irsa-sim token inspect -"],
  answers: yesOrNo("yes", "no"),
  answer(report) {
    const check = failedCheck(report);
    return check?.check === "sts.audience" ? yesIf(check.actual.value === "sts.amazonaws.com") : null;
  },
};
