import { type Cause, placeOf } from "../cause.js";
import { failedCondition } from "../failed-condition.js";

/** failures.md, rank 29. */
export const conditionKeyMalformed: Cause = {
  id: "condition-key-malformed",
  title: "The condition key carries the scheme or the provider's ARN",
  see: "Not authorized to perform sts:AssumeRoleWithWebIdentity (AccessDenied, 403)",
  why: "Key must be <host/path>:sub. Seen: arn:aws:iam::...:oidc-provider/<host>:sub, https://<host>:sub, :aud where :sub was meant.",
  prove: [
    "aws iam get-role --role-name ROLE --query Role.AssumeRolePolicyDocument",
    "aws eks describe-cluster --name CLUSTER --query cluster.identity.oidc.issuer",
  ],
  sources: [
    "https://github.com/aws/karpenter-provider-aws/issues/1666",
    "https://github.com/Young-ook/terraform-aws-eks/issues/139",
    "https://github.com/external-secrets/kubernetes-external-secrets/issues/287",
    "https://github.com/windmill-labs/windmilldocs/pull/635",
  ],
  explain({ check }) {
    const condition = failedCondition(check);
    if (condition === null || check.reason !== "condition-key-missing") return null;
    const { issuer, claim } = condition;
    const scheme = /^https?:\/\//i.exec(issuer)?.[0];
    const arn = /^arn:[a-z-]+:iam::\d*:oidc-provider\//i.exec(issuer)?.[0];
    const excess = scheme ?? arn;
    if (excess === undefined) return null;
    return {
      because: `the condition key begins with ${excess}, so it names nothing that a token has, and a key that is absent never equals anything`,
      fix: `${placeOf(check.expected, "trust policy")}: write the key as ${issuer.slice(excess.length)}:${claim}`,
    };
  },
};
