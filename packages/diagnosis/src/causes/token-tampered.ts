import type { Cause } from "../cause.js";

/** Not in failures.md: nobody meets it by accident, but it shows what the signature is for. */
export const tokenTampered: Cause = {
  id: "token-tampered",
  title: "The token is not what the issuer signed",
  explain({ check }) {
    if (check.check !== "sts.signature") return null;
    return {
      because: "the token's header names a key of the issuer, but its signature does not fit its claims: it was changed after it was signed",
      fix: "use the token as the kubelet wrote it; nobody but the issuer can change a claim",
    };
  },
};
