import type { MistakeFinder } from "../trust-policy-mistake.js";

/** A wildcard under `StringEquals`, which takes it for a plain character. */
export const findWildcardUnderEquals: MistakeFinder = ({ conditions }) =>
  conditions.flatMap(({ operator, pointer, key, values }) =>
    values
      .filter((value) => /^String(?:Not)?Equals(?:IgnoreCase)?$/.test(operator) && /[*?]/.test(value.replaceAll(/\$\{[^}]*\}/g, "")))
      .map((value) => ({
        mistake: "wildcard-under-equals",
        pointer,
        expected: `${operator.startsWith("StringNot") ? "StringNotLike" : "StringLike"} for ${key}`,
        actual: `${operator} with ${value}`,
        fix: "use the operator that knows wildcards, or write the whole value",
      })),
  );
