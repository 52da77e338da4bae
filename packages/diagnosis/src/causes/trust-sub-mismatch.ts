import { type Cause, placeOf } from "../cause.js";
import { failedCondition } from "../failed-condition.js";

/** failures.md, rank 1. */
export const trustSubMismatch: Cause = {
  id: "trust-sub-mismatch",
  title: "The trust policy's sub names another namespace or service account",
  explain({ check }) {
    if (failedCondition(check)?.claim !== "sub" || check.reason !== "condition-value-differs") return null;
    const [wantedNamespace, wantedName] = subjectParts(check.expected.value);
    const [namespace, name] = subjectParts(check.actual.value);
    const difference =
      wantedNamespace === namespace
        ? `service account "${wantedName}", the pod runs as "${name}"`
        : `namespace "${wantedNamespace}", the pod runs in "${namespace}"`;
    return {
      because: `the trust policy names ${difference}`,
      fix: `${placeOf(check.expected, "trust policy")}: put ${check.actual.value} in the condition, or run the pod as the service account that the policy names`,
    };
  },
};

/** `system:serviceaccount:NAMESPACE:NAME` in its last two parts. */
function subjectParts(subject: string): readonly [string, string] {
  const [, , namespace = "", name = ""] = subject.split(":");
  return [namespace, name];
}
