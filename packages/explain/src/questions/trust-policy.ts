import type { CheckEvent, RunReport } from "@irsa-sim/core";
import { eventsOfPod, failedCheck, type Question } from "./question.js";

/** By the reason that the evaluation gave; conditions are told apart by their key. */
const BY_REASON: Readonly<Record<string, string>> = {
  "no-statement": "principal",
  "action-differs": "action",
  "explicit-deny": "deny",
};

/** STS says one sentence for all of it. */
export const trustPolicy: Question = {
  id: "trust-policy",
  asks: "What of the role's trust policy does not let the token in?",
  commands: [
    "aws iam get-role --role-name ROLE > ROLE.json",
    "kubectl exec -n NAMESPACE POD -- sh -c 'cat $AWS_WEB_IDENTITY_TOKEN_FILE' | irsa-sim token verify - --jwks JWKS --trust-policy ROLE.json",
  ],
  answers: {
    role: "there is no role of this name",
    "role-arn": "there is a role of this name, and AWS_ROLE_ARN is not exactly its ARN: path, partition, or more than one",
    principal: "Principal.Federated is not the provider of the token's issuer",
    "principal-account": "it is a provider of the token's issuer under another account or partition",
    action: "Action is not sts:AssumeRoleWithWebIdentity",
    subject: "the condition on ISSUER:sub is not the token's sub",
    audience: "the condition on ISSUER:aud is not the token's aud",
    "issuer-in-key": "a condition's key has not the token's iss without https:// before :sub or :aud",
    "other-key": "a condition asks for a key that STS does not know, or that the request does not have",
    "other-value": "a condition on something else has another value",
    deny: "a Deny of it applies",
    "another-policy": "it lets the token in: a resource control policy or a VPC endpoint's policy is in the way",
  },
  answer(report) {
    const check = refusalOf(report);
    if (check === null) return null;
    return check.check === "sts.trust-policy" ? partOf(check) : "another-policy";
  },
};

/** The refusal that ended the run, or the one that an SDK passed over. */
function refusalOf(report: RunReport): CheckEvent | null {
  const isOfPolicy = (event: { readonly check: string }): boolean => /^sts\.(trust-policy|resource-control-policy|vpc-endpoint-policy)$/.test(event.check);
  const ended = failedCheck(report);
  if (ended !== null && isOfPolicy(ended)) return ended;
  return eventsOfPod(report).findLast((event): event is CheckEvent => event.kind === "check" && !event.passed && isOfPolicy(event)) ?? null;
}

function partOf({ reason = "", expected, actual, details }: CheckEvent): string {
  const part = BY_REASON[reason];
  if (part !== undefined) return part;
  if (reason === "role-missing") return isRoleNamed(String(expected.value), String(actual.value)) ? "role-arn" : "role";
  if (reason === "principal-differs") return providerOf(expected.value) === providerOf(actual.value) ? "principal-account" : "principal";
  const { conditionKey = "" } = (details ?? {}) as { readonly conditionKey?: string };
  const isClaim = /:(sub|aud)$/i.test(conditionKey);
  if (reason === "condition-key-missing") return isClaim ? "issuer-in-key" : "other-key";
  if (!isClaim) return "other-value";
  return conditionKey.toLowerCase().endsWith(":sub") ? "subject" : "audience";
}

/** Whether a role of the account has the name that an ARN, or several in one text, ends with. */
function isRoleNamed(asked: string, roles: string): boolean {
  const names = roles.split(", ").map((arn) => arn.slice(arn.lastIndexOf("/") + 1));
  return asked.split(",").some((arn) => names.includes(arn.slice(arn.lastIndexOf("/") + 1)));
}

/** The issuer that the ARN of a provider ends with. */
function providerOf(arn: unknown): string {
  const text = String(arn);
  return text.slice(text.indexOf(":oidc-provider/"));
}
