import type { Edit } from "@irsa-sim/core";
import { type Cause, type Explanation, placeOf, type Symptom } from "../cause.js";
import { escapeSegment } from "../pointer.js";
import { decisiveStatement } from "../trust/decisive-statement.js";
import { type FailedCondition, failedCondition, isTextual } from "../trust/failed-condition.js";
import { removeFailedCondition } from "../trust/remove-condition.js";
import { sentToken } from "../trust/sent-token.js";
import { listed, visible } from "../visible.js";

/** What an operator compares, by the beginning of its name. */
const TYPES: readonly (readonly [operator: RegExp, compares: string])[] = [
  [/^Arn/i, "ARNs"],
  [/^Numeric/i, "numbers"],
  [/^Date/i, "times"],
  [/^Bool/i, "true with false"],
  [/^(Not)?IpAddress/i, "addresses"],
  [/^Binary/i, "bytes"],
];

/** Not in failures.md: the neighbour of rank 10, at the operator's type. */
export const conditionOperatorOfAnotherType: Cause = {
  id: "condition-operator-of-another-type",
  rank: "without-effect",
  title: "The operator of a condition on the token compares something else than text",
  see: "Not authorized to perform sts:AssumeRoleWithWebIdentity (AccessDenied, 403); value and token look the same on reading",
  why: "sub and aud are texts. ArnEquals, Bool, IpAddress and their like read both sides as what they compare; a text that is no such thing never fits. Null only asks whether the key is there, and true means that it is not.",
  prove: [
    "aws iam get-role --role-name ROLE --query Role.AssumeRolePolicyDocument",
    "aws accessanalyzer validate-policy --policy-type RESOURCE_POLICY --policy-document file://POLICY.json",
  ],
  sources: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html"],
  explain(symptom) {
    const { check } = symptom;
    const condition = failedCondition(check);
    if (condition === null || !/^(sub|aud)$/.test(condition.claim) || check.reason !== "condition-value-differs" || isTextual(condition)) return null;
    if (/^Null$/i.test(condition.operator)) return explainNull(symptom, condition);
    const compares = TYPES.find(([operator]) => operator.test(condition.operator.replace(/^For(Any|All)Values?:/i, "")))?.[1];
    return compares === undefined ? null : explainType(symptom, condition, compares);
  },
};

function explainNull(symptom: Symptom, { key, values }: FailedCondition): Explanation {
  return {
    because: `the trust policy wants Null of ${key} to be ${listed(values)}, which asks that the token has no such claim, and every token of a cluster has it`,
    fix: `${placeOf(symptom.check.expected, "trust policy")}: take the condition away, and name the service account by StringEquals`,
    edits: [...removeFailedCondition(symptom), ...nameSubject(symptom)],
  };
}

/** Who is let in then, so that it is not everybody. */
function nameSubject(symptom: Symptom): readonly Edit[] {
  const statement = decisiveStatement(symptom.check);
  const sent = sentToken(symptom);
  if (statement === null || sent === null) return [];
  return [{ source: statement.policy, pointer: `${statement.pointer}/Condition/StringEquals/${escapeSegment(`${sent.issuer}:sub`)}`, value: sent.subject }];
}

function explainType(symptom: Symptom, { operator, values, at }: FailedCondition, compares: string): Explanation {
  const { check } = symptom;
  const right = values.some((value) => /[*?]/.test(value)) ? "StringLike" : "StringEquals";
  const [only = "", ...more] = values;
  return {
    because: `${operator} compares ${compares}, and ${visible(check.actual.value)} is none: it never fits ${listed(values)}`,
    fix: `${placeOf(check.expected, "trust policy")}: use ${right} in the place of ${operator}`,
    edits:
      at === null
        ? []
        : [
            ...removeFailedCondition(symptom),
            { ...at, pointer: at.pointer.replace(`/Condition/${operator}/`, `/Condition/${right}/`), value: more.length === 0 ? only : [...values] },
          ],
  };
}
