import { type Cause, placeOf } from "../cause.js";
import { failedCondition } from "../failed-condition.js";

/** Neighbour of failures.md, rank 13: there the provider refuses the audience, here the trust policy does. */
export const trustAudMismatch: Cause = {
  id: "trust-aud-mismatch",
  title: "The trust policy wants another audience than the token has",
  explain({ check }) {
    if (failedCondition(check)?.claim !== "aud" || check.reason !== "condition-value-differs") return null;
    return {
      because: `the provider accepts the token's audience "${check.actual.value}", but the trust policy wants "${check.expected.value}"`,
      fix: `${placeOf(check.expected, "trust policy")}: put ${check.actual.value}`,
    };
  },
};
