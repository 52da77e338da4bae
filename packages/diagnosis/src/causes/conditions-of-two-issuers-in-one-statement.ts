import type { Edit, Json, JsonObject } from "@irsa-sim/core";
import { type Cause, placeOf } from "../cause.js";
import { conditionsOf, type DecisiveStatement, decisiveStatement, type StatementElement } from "../trust/decisive-statement.js";
import { parseProviderArn } from "../trust/eks-issuer.js";
import { oneOrMore } from "../trust/federated-edits.js";
import { listed } from "../visible.js";

/** Not in failures.md: the neighbour of rank 24, with both clusters in one statement. */
export const conditionsOfTwoIssuersInOneStatement: Cause = {
  id: "conditions-of-two-issuers-in-one-statement",
  rank: "without-effect",
  narrows: ["issuer-changed", "trust-sub-mismatch", "trust-aud-mismatch"],
  title: "One statement of the trust policy has the conditions of two clusters",
  see: "Not authorized to perform sts:AssumeRoleWithWebIdentity (AccessDenied, 403), from every cluster",
  why: "All conditions of a statement must hold at once, and a token has one issuer: the keys of the other one are absent, and an absent key never equals anything.",
  prove: ["aws iam get-role --role-name ROLE --query Role.AssumeRolePolicyDocument", "aws iam list-open-id-connect-providers"],
  sources: [
    "https://github.com/cloudposse/terraform-aws-eks-iam-role/pull/63",
    "https://github.com/terraform-aws-modules/terraform-aws-iam/issues/114",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_multi-value-conditions.html",
  ],
  explain({ check }) {
    const statement = decisiveStatement(check);
    if (statement === null || statement.effect !== "Allow" || !["condition-key-missing", "condition-value-differs"].includes(check.reason ?? "")) return null;
    const issuers = issuersIn(statement);
    if (issuers.length < 2) return null;
    return {
      because: `one statement has conditions on ${listed(issuers)}: all must hold at once, and a token is from one of them`,
      fix: `${placeOf(check.expected, "trust policy")}: make one statement for each cluster, with its provider and its own conditions`,
      edits: splitByIssuer(statement, issuers),
    };
  },
};

const CLAIM_KEY = /^(.+):(sub|aud|amr|oaud|azp)$/i;

/** The issuers of one claim: keys of one issuer for one claim and of another for the other are a mistake of another kind. */
function issuersIn(statement: DecisiveStatement): readonly string[] {
  const keys = conditionsOf(statement).flatMap(({ operator = "", conditionKey = "" }) => {
    const [, issuer = "", claim = ""] = CLAIM_KEY.exec(conditionKey) ?? [];
    return issuer === "" || MET_WHEN_ABSENT.test(operator) ? [] : [{ issuer: plainIssuer(issuer), claim: claim.toLowerCase() }];
  });
  const ofClaim = (wanted: string) => [...new Set(keys.filter(({ claim }) => claim === wanted).map(({ issuer }) => issuer))];
  return keys.map(({ claim }) => ofClaim(claim)).find((issuers) => issuers.length > 1) ?? [];
}

/** Operators that hold for a key that is not there. */
const MET_WHEN_ABSENT = /^ForAllValues:|IfExists$|^Null$|Not/i;

/** Without what others write before it by mistake, and in one case. */
function plainIssuer(issuer: string): string {
  return issuer.replace(/^https?:\/\/|^arn:[a-z-]+:iam::\d*:oidc-provider\//i, "").replace(/\/$/, "");
}

/** The statement once for each issuer: its own conditions, and those that are of none. */
function splitByIssuer(statement: DecisiveStatement, issuers: readonly string[]): readonly Edit[] {
  const { policy: source, pointer } = statement;
  return issuers.map((issuer, index) => ({ source, pointer: index === 0 ? pointer : "/Statement/-", value: partFor(statement, issuer) }));
}

function partFor({ elements }: DecisiveStatement, issuer: string): JsonObject {
  const providers = elements.find(({ element }) => element === "Principal")?.expected ?? [];
  const own = providers.filter((arn) => parseProviderArn(arn)?.url.toLowerCase() === issuer.toLowerCase());
  const conditions = elements.filter(({ element, conditionKey = "" }) => element === "Condition" && isOf(conditionKey, issuer));
  return {
    Effect: "Allow",
    Principal: { Federated: oneOrMore(own.length === 0 ? providers : own) },
    Action: oneOrMore(elements.find(({ element }) => element === "Action")?.expected ?? []),
    Condition: toBlock(conditions),
  };
}

function isOf(key: string, issuer: string): boolean {
  const found = CLAIM_KEY.exec(key)?.[1];
  return found === undefined || found.toLowerCase() === issuer.toLowerCase();
}

function toBlock(conditions: readonly StatementElement[]): JsonObject {
  const block: Record<string, Record<string, Json>> = {};
  for (const { operator = "", conditionKey = "", expected } of conditions) block[operator] = { ...block[operator], [conditionKey]: oneOrMore(expected) };
  return block;
}
