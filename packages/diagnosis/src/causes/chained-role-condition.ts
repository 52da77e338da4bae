import type { Edit } from "@irsa-sim/core";
import { type Cause, placeOf } from "../cause.js";
import { conditionsOf, decisiveStatement, type StatementElement } from "../trust/decisive-statement.js";
import { listed } from "../visible.js";

/** Not in failures.md: the neighbour of rank 18, where the next role trusts the pod's under a condition. */
export const chainedRoleCondition: Cause = {
  id: "chained-role-condition",
  rank: "mistaken",
  narrows: ["redundant-self-assume"],
  title: "The next role trusts the pod's, under a condition that the call does not meet",
  see: "User: arn:aws:sts::<acct>:assumed-role/<role>/<name> is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::<other>:role/<role> (AccessDenied, 403)",
  why: "Templates for roles of other accounts ask for an external id, an organization, a session name or a tag. STS does not say which of them was missing.",
  prove: [
    "aws iam get-role --role-name ROLE --query Role.AssumeRolePolicyDocument, in the other account",
    "search CloudTrail there for requestParameters of AssumeRole",
  ],
  sources: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html"],
  explain({ check }) {
    const statement = check.check === "sts.assume-role" ? decisiveStatement(check) : null;
    if (statement === null || statement.effect !== "Allow" || !statement.policy.endsWith("/trust-policy")) return null;
    const conditions = conditionsOf(statement).filter(({ matched }) => !matched);
    const [failed, ...more] = conditions;
    const others = statement.elements.filter(({ element, matched }) => element !== "Condition" && !matched);
    if (failed === undefined || more.length > 0 || others.length > 0) return null;
    const key = failed.conditionKey ?? "";
    const isExternalId = /^sts:ExternalId$/i.test(key);
    const place = placeOf(check.expected, "trust policy");
    return {
      because: `the next role trusts the pod's, but only where ${key} (${failed.operator}) is ${listed(failed.expected)}, and the call has ${failed.actual.length === 0 ? "none" : listed(failed.actual)}`,
      fix: isExternalId
        ? `let the app send the external id ${listed(failed.expected)} with AssumeRole (external_id in a profile, ExternalId in code)`
        : `${place}: let the call be as the condition on ${key} wants it, or add what it has to the values`,
      edits: isExternalId ? externalIdEdits(failed) : valueEdits(statement.policy, failed),
    };
  },
};

function externalIdEdits({ expected }: StatementElement): readonly Edit[] {
  const [value] = expected;
  return value === undefined || value.includes("*") ? [] : [{ source: "call", pointer: "/app/habits/assumeRole/externalId", value }];
}

function valueEdits(source: string, { operator = "", pointer, expected, actual }: StatementElement): readonly Edit[] {
  const takesMore = /^(StringEquals|StringLike|ArnLike|ArnEquals)(IfExists)?$/i.test(operator);
  return takesMore && actual.length > 0 ? [{ source, pointer, value: [...expected, ...actual] }] : [];
}
