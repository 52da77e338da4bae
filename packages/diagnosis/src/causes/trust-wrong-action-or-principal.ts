import { type Cause, placeOf } from "../cause.js";

/** failures.md, rank 38. */
export const trustWrongActionOrPrincipal: Cause = {
  id: "trust-wrong-action-or-principal",
  title: "The trust policy was written for another kind of caller",
  explain({ check }) {
    if (check.check !== "sts.trust-policy") return null;
    const place = placeOf(check.expected, "trust policy");
    if (check.reason === "action-differs")
      return {
        because: `the trust policy allows ${check.expected.value}; a pod, which has a token and no credentials, calls ${check.actual.value}`,
        fix: `${place}: put ${check.actual.value}`,
      };
    if (check.reason !== "principal-differs") return null;
    return {
      because: `the trust policy lets in ${check.expected.value}; a service account comes by way of ${check.actual.value}`,
      fix: `${place}: put "Federated": "${check.actual.value}"`,
    };
  },
};
