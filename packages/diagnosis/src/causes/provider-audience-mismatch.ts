import { type Cause, placeOf } from "../cause.js";

/** failures.md, rank 13. */
export const providerAudienceMismatch: Cause = {
  id: "provider-audience-mismatch",
  title: "The token's audience is not a client id of the OIDC provider",
  explain({ check }) {
    if (check.check !== "sts.audience") return null;
    return {
      because: `the token is for "${check.actual.value}"; the provider's client ids are: ${check.expected.value}`,
      fix: `${placeOf(check.expected, "OIDC provider")}: add ${check.actual.value} to the provider's client ids`,
    };
  },
};
