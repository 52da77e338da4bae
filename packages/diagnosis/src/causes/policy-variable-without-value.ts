import type { Edit } from "@irsa-sim/core";
import { readAuthorization } from "../authorization-details.js";
import { type Cause, type Explanation, placeOf, type Symptom } from "../cause.js";
import { failedCondition } from "../trust/failed-condition.js";
import { listed } from "../visible.js";

/** Not in failures.md: the neighbour of rank 70, at a variable instead of a key. */
export const policyVariableWithoutValue: Cause = {
  id: "policy-variable-without-value",
  rank: "without-effect",
  title: "A policy has a variable that has no value in this request, so its statement allows nothing",
  see: "User: arn:aws:sts::<acct>:assumed-role/<role>/<session> is not authorized to perform: ... because no identity-based policy allows the ... action",
  why: "aws:PrincipalTag/KEY in a value is a tag of the role or of the session. IRSA passes no session tags, EKS Pod Identity does: a policy written for the one has no value for the other, and a value with such a variable matches nothing.",
  prove: ["aws iam list-role-tags --role-name ROLE", "search CloudTrail for AssumeRoleWithWebIdentity and its requestParameters.principalTags"],
  sources: [
    "https://github.com/aws/amazon-eks-pod-identity-webhook/issues/103",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html",
  ],
  explain(symptom) {
    const { check } = symptom;
    if (check.reason === "condition-variable-unset") return explainTrust(symptom);
    const details = readAuthorization(check);
    if (details === null) return null;
    for (const { elements, policy } of details.decision.layers.flatMap((layer) => layer.decision.statements)) {
      const unset = elements.find((element) => !element.matched && (element.unsetVariables?.length ?? 0) > 0);
      const [variable] = unset?.unsetVariables ?? [];
      if (unset === undefined || variable === undefined || elements.some(({ element, matched }) => element === "Action" && !matched)) continue;
      const tag = tagFor(variable, unset, details.resource);
      return {
        because: `a statement of ${policy} names ${listed(unset.expected)}, and ${variable} has no value here: ${/^aws:PrincipalTag/i.test(variable) ? "IRSA passes no session tags, and the role has no such tag" : "the request does not have it"}`,
        fix: `${placeOf(check.expected, policy)}: ${tag === null ? `write it without \${${variable}}` : `tag the role with ${tag.key}=${tag.value}, write the value out, or use EKS Pod Identity, which passes session tags`}`,
        edits: tag === null ? [] : tagEdits(details.caller, tag),
      };
    }
    return null;
  },
};

/** In a trust policy: a variable of IAM's that this request does not have, or a placeholder of a template that nobody filled in. */
function explainTrust(symptom: Symptom): Explanation | null {
  const { check } = symptom;
  const condition = failedCondition(check);
  const [variable] = condition?.values.flatMap((value) => /\$\{[^}]*\}/.exec(value) ?? []) ?? [];
  if (condition === null || variable === undefined) return null;
  const place = placeOf(check.expected, "trust policy");
  const isPlaceholder = !variable.includes(":");
  const { at } = condition;
  return {
    because: `the trust policy wants ${condition.key} to be ${listed(condition.values)}, and ${variable} ${isPlaceholder ? "is no variable of IAM's, but a template's placeholder that nobody filled in" : "has no value in this request"}`,
    fix: condition.claim === "sub" ? `${place}: put ${check.actual.value}` : `${place}: write the value out in the place of ${variable}`,
    edits: at === null || condition.claim !== "sub" ? [] : [{ ...at, value: check.actual.value }],
  };
}

interface Tag {
  readonly key: string;
  readonly value: string;
}

/** The tag of the role with which a value of the policy would be the resource; `null` where no tag can do that. */
function tagFor(variable: string, { expected }: { readonly expected: readonly string[] }, resource: string): Tag | null {
  const [, key] = /^aws:PrincipalTag\/(.+)$/i.exec(variable) ?? [];
  if (key === undefined) return null;
  for (const value of expected) {
    const [before, after, ...more] = value.split(`\${${variable}}`);
    if (before === undefined || after === undefined || more.length > 0) continue;
    const found = new RegExp(`^${toExpression(before)}([^/:*?]+)${toExpression(after)}$`).exec(resource)?.[1];
    if (found !== undefined) return { key, value: found };
  }
  return null;
}

function toExpression(pattern: string): string {
  return pattern
    .replace(/[\\^$.|+()[\]{}]/g, "\\$&")
    .replaceAll("*", ".*")
    .replaceAll("?", ".");
}

function tagEdits(caller: string, { key, value }: Tag): readonly Edit[] {
  const [, role] = /:assumed-role\/([^/]+)\//.exec(caller) ?? [];
  return role === undefined ? [] : [{ source: `role/${role}`, pointer: `/Tags/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`, value }];
}
