import { type Cause, placeOf } from "../cause.js";
import { failedCondition } from "../failed-condition.js";

/** failures.md, rank 10. */
export const stringEqualsWildcard: Cause = {
  id: "stringequals-wildcard",
  title: "A wildcard under StringEquals is compared literally",
  explain({ check }) {
    const condition = failedCondition(check);
    if (condition === null || !/^StringEquals/i.test(condition.operator) || !/[*?]/.test(check.expected.value)) return null;
    return {
      because: `${condition.operator} compares "${check.expected.value}" character by character; its wildcard stands for itself`,
      fix: `${placeOf(check.expected, "trust policy")}: use StringLike, and keep the pattern as narrow as the service accounts that need the role`,
    };
  },
};
