import { failedCheck, type Question, yesIf, yesOrNo } from "./question.js";

/** EKS keeps its documents up to date; who serves them himself may not. */
export const eksIssuer: Question = {
  id: "eks-issuer",
  asks: "Is the token's iss an EKS issuer (https://oidc.eks.REGION.amazonaws.com/id/…)?",
  commands: ["kubectl exec -n NAMESPACE POD -- sh -c 'cat $AWS_WEB_IDENTITY_TOKEN_FILE' | irsa-sim token inspect -"],
  answers: yesOrNo("yes", "no, somebody serves the documents himself"),
  answer(report) {
    const check = failedCheck(report);
    if (check?.check !== "sts.verification-key") return null;
    return yesIf(JSON.stringify([check.expected, check.actual]).includes("oidc.eks."));
  },
};
