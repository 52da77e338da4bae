import { type Cause, lastNote } from "../cause.js";

/** failures.md, rank 14. */
export const identityPolicyGap: Cause = {
  id: "identity-policy-gap",
  title: "The role was assumed, but its policy does not allow the call",
  explain({ check, events }) {
    if (check.check !== "s3.authorization" || lastNote(events, "sdk.credentials")?.attributes.source !== "web-identity") return null;
    return {
      because: `IRSA worked: the role was assumed, but ${check.actual.value}`,
      fix: `allow it in the role's permission policy: ${check.expected.value}`,
    };
  },
};
