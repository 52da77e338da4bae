import { matchPattern, parsePattern } from "@irsa-sim/core/patterns";
import { isAudience } from "../is-audience.js";
import { readConditionKey } from "../read-condition-key.js";
import type { MistakeFinder } from "../trust-policy-mistake.js";

/** A `sub` of another namespace or service account than the token, or in another form. */
export const findWrongSubject: MistakeFinder = ({ conditions }, { subject }) =>
  conditions
    .filter(({ key, operator, values }) => readConditionKey(key).claim === "sub" && /^String(?:Equals|Like)/.test(operator) && !values.some(matches(subject)))
    .filter(({ values }) => !values.every((value) => isAudience(value)))
    .map(({ pointer, values }) => ({
      mistake: "wrong-subject",
      pointer,
      expected: subject,
      actual: values.join(", "),
      fix: "write system:serviceaccount:NAMESPACE:NAME of the pod's service account",
    }));

function matches(subject: string): (value: string) => boolean {
  return (value) => matchPattern(parsePattern(value), subject);
}
