import type { Cause } from "../cause.js";

/** Not in failures.md: what STS's own actions want of their caller. */
export const sessionCredentialsNotTaken: Cause = {
  id: "session-credentials-not-taken",
  rank: "mistaken",
  title: "An action of STS that takes a user's own key was called with a session",
  see: "AccessDenied (403): Cannot call GetSessionToken with session credentials",
  why: "GetSessionToken and GetFederationToken make temporary credentials from a user's long-lived key. IRSA's are temporary already, so there is nothing to make.",
  prove: ["kubectl exec -n NAMESPACE POD -- aws sts get-caller-identity", "search CloudTrail for GetSessionToken and its errorMessage"],
  sources: ["https://github.com/external-secrets/external-secrets/issues/4679", "https://docs.aws.amazon.com/STS/latest/APIReference/API_GetSessionToken.html"],
  explain({ check, exchange }) {
    if (check.check !== "sts.caller" || check.reason !== "temporary-credentials") return null;
    const action = exchange?.name ?? "the action";
    return {
      because: `${action} takes a user's own key, and the caller is the session ${check.actual.value}, whose credentials are temporary already`,
      fix: `use the session's credentials as they are instead of calling ${action}; for a role beside it call AssumeRole`,
    };
  },
};
