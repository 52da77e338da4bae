import type { Edit } from "@irsa-sim/core";
import { type Cause, placeOf, type Symptom } from "../cause.js";
import { escapeSegment } from "../pointer.js";
import { conditionsOf, decisiveStatement } from "../trust/decisive-statement.js";
import { type FailedCondition, failedCondition } from "../trust/failed-condition.js";
import { oneOrMore } from "../trust/federated-edits.js";
import { sentToken } from "../trust/sent-token.js";
import { visible } from "../visible.js";

/** failures.md, rank 29. */
export const conditionKeyMalformed: Cause = {
  id: "condition-key-malformed",
  rank: "without-effect",
  met: "often",
  title: "The condition key is not the issuer with a claim behind it",
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
  explain(symptom) {
    const { check } = symptom;
    const condition = failedCondition(check);
    if (condition === null) return null;
    const isMissing = check.reason === "condition-key-missing";
    const meant = isMissing ? meantKey(condition, sentToken(symptom)?.issuer ?? null) : otherClaim(condition, symptom);
    if (meant === null || (!isMissing && check.reason !== "condition-value-differs")) return null;
    return {
      because: `the condition key ${meant.problem}${isMissing ? ", so it names nothing that a token has, and a key that is absent never equals anything" : ""}`,
      fix: `${placeOf(check.expected, "trust policy")}: write the key as ${meant.key}`,
      edits: keyEdits(symptom),
    };
  },
};

/** All keys of the statement that are written wrongly, each under the name that it should have. */
function keyEdits(symptom: Symptom): readonly Edit[] {
  const statement = decisiveStatement(symptom.check);
  const issuer = sentToken(symptom)?.issuer ?? null;
  if (statement === null) return [];
  const source = statement.policy;
  const renamed = conditionsOf(statement).flatMap(({ pointer, conditionKey = "", expected }) => {
    const parts = toParts(conditionKey, expected);
    const meant = meantKey(parts, issuer) ?? otherClaim(parts, symptom);
    if (meant === null) return [];
    return [{ from: pointer, to: `${pointer.slice(0, -escapeSegment(conditionKey).length)}${escapeSegment(meant.key)}`, value: oneOrMore(expected) }];
  });
  // What is swapped must not take away what was just written.
  return [...renamed.map(({ from: pointer }) => ({ source, pointer, value: null })), ...renamed.map(({ to: pointer, value }) => ({ source, pointer, value }))];
}

/** The claim that all values are of, where the key names the other one; `null` where the statement has a condition on that already, unless it is swapped too. */
function otherClaim({ issuer, claim, values }: KeyParts, symptom: Symptom): { readonly problem: string; readonly key: string } | null {
  const statement = decisiveStatement(symptom.check);
  const other = misplacedClaim(claim, values);
  if (statement === null || other === null) return null;
  const key = `${issuer}:${other}`;
  const standing = conditionsOf(statement).find(({ conditionKey }) => conditionKey?.toLowerCase() === key.toLowerCase());
  if (standing !== undefined && misplacedClaim(other, standing.expected) === null) return null;
  return { problem: `asks for the token's ${claim}, and its value is one of ${other}: ${values.map(visible).join(", ")}`, key };
}

function misplacedClaim(claim: string, values: readonly string[]): "aud" | "sub" | null {
  const areSubjects = values.every((value) => value.startsWith("system:serviceaccount:"));
  if (claim === "aud") return areSubjects ? "sub" : null;
  return claim === "sub" && values.every((value) => /^sts(\.[a-z0-9-]+)?\.amazonaws\.com(\.cn)?$/.test(value)) ? "aud" : null;
}

type KeyParts = Pick<FailedCondition, "key" | "issuer" | "claim" | "values">;

function toParts(key: string, values: readonly string[]): KeyParts {
  const colon = key.lastIndexOf(":");
  return { key, issuer: key.slice(0, Math.max(0, colon)), claim: key.slice(colon + 1), values };
}

/** What is wrong with a key, and the key that it should be; `null` for one that is well made. */
function meantKey({ key, issuer, claim, values }: KeyParts, tokensIssuer: string | null): { readonly problem: string; readonly key: string } | null {
  const excess = /^https?:\/\//i.exec(key)?.[0] ?? /^arn:[a-z-]+:iam::\d*:oidc-provider\//i.exec(key)?.[0];
  if (excess !== undefined) return { problem: `begins with ${excess}`, key: withClaim(key.slice(excess.length), tokensIssuer, values) };
  if (tokensIssuer === null) return null;
  if (key.toLowerCase() === tokensIssuer.toLowerCase())
    return { problem: `is ${key}, the issuer without a claim behind it`, key: withClaim(key, tokensIssuer, values) };
  const bare = issuer.replace(/\/+$/, "");
  if (issuer !== bare && bare.toLowerCase() === tokensIssuer.toLowerCase()) return { problem: "has a slash before its claim", key: `${bare}:${claim}` };
  if (/^(sub|aud)$/i.test(key)) return { problem: `is ${key}, a claim without the issuer before it`, key: `${tokensIssuer}:${key.toLowerCase()}` };
  return null;
}

/** The claim that the values are of, where the key says none. */
function withClaim(key: string, issuer: string | null, values: readonly string[]): string {
  const isBare = key.toLowerCase() === issuer?.toLowerCase();
  return isBare ? `${key}:${values.every((value) => value.startsWith("system:")) ? "sub" : "aud"}` : key;
}
