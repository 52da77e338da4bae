import { failedCheck, type Question } from "./question.js";

/** The conditions of a trust policy, as against principal, action and what forbids. */
export const condition: Question = {
  id: "condition",
  asks: "Do the trust policy's conditions fit the token's sub and aud, letter by letter, under the issuer's own keys?",
  commands: [
    "aws iam get-role --role-name ROLE > ROLE.json",
    "kubectl exec -n NAMESPACE POD -- sh -c 'cat $AWS_WEB_IDENTITY_TOKEN_FILE' | irsa-sim token verify - --jwks JWKS --trust-policy ROLE.json",
  ],
  answer(report) {
    const check = failedCheck(report);
    return check?.check === "sts.trust-policy" ? !(check.reason ?? "").startsWith("condition") : null;
  },
};
