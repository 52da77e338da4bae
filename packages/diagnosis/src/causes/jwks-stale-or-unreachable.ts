import type { Cause } from "../cause.js";

/** failures.md, rank 43. */
export const jwksStaleOrUnreachable: Cause = {
  id: "jwks-stale-or-unreachable",
  title: "STS cannot get the key that the token was signed with",
  explain({ check }) {
    if (check.check !== "sts.verification-key") return null;
    return {
      because: `STS asked the issuer for the key and wanted ${check.expected.value}; it got ${check.actual.value}`,
      fix: "open the discovery document and the jwks_uri in it from outside the cluster: both must answer, and the key set must hold the kid of the token's header",
    };
  },
};
