import type { Cause } from "../cause.js";

/** Not in failures.md: nobody meets it by accident, but it shows what the signature is for. */
export const tokenTampered: Cause = {
  id: "token-tampered",
  rank: "mistaken",
  title: "The token is not what the issuer signed",
  see: "InvalidIdentityToken",
  why: "Only the issuer can sign; a claim that was changed after signing no longer fits the signature.",
  prove: [
    "kubectl exec -n NAMESPACE POD -- cat /var/run/secrets/eks.amazonaws.com/serviceaccount/token | cut -d. -f2 | base64 -d",
    "verify the token with the issuer's JWKS: the kid is known, the signature does not fit",
  ],
  sources: ["https://www.rfc-editor.org/rfc/rfc7515"],
  explain({ check }) {
    if (check.check !== "sts.signature") return null;
    return {
      because: "the token's header names a key of the issuer, but its signature does not fit its claims: it was changed after it was signed",
      fix: "use the token as the kubelet wrote it; nobody but the issuer can change a claim",
    };
  },
};
