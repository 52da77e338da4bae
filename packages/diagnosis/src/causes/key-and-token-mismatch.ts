import type { Cause } from "../cause.js";
import { visible } from "../visible.js";

const REASONS: Readonly<Record<string, string>> = {
  "unknown-access-key": "AWS knows no such access key: it was deleted, is of another partition or account system, or was never AWS's, as those of emulators",
  "malformed-session-token": "the session token is no session token: it was cut or altered on its way",
  "session-token-of-another-key": "the session token belongs to another access key: key and token come from two places, or from before and after a refresh",
};

/** Not in failures.md: parts of credentials that are not one set. */
export const keyAndTokenMismatch: Cause = {
  id: "key-and-token-mismatch",
  rank: "mistaken",
  title: "Access key and session token are not one set of credentials",
  see: "InvalidAccessKeyId (403): The AWS Access Key Id you provided does not exist in our records; InvalidToken (400); InvalidClientTokenId: The security token included in the request is invalid",
  why: "Temporary credentials are three values that belong together. A variable that is left behind, a cut value or a half refreshed copy makes a set that never was one.",
  prove: [
    "kubectl exec -n NAMESPACE POD -- env | grep AWS_",
    "aws sts get-access-key-info --access-key-id KEY",
    "compare length and end of AWS_SESSION_TOKEN with its source",
  ],
  sources: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_use-resources.html"],
  explain({ check }) {
    const because = REASONS[check.reason ?? ""];
    if (!check.check.endsWith(".authentication") || because === undefined) return null;
    return {
      because: `${because}; the service wants ${visible(check.expected.value)}, and found ${visible(check.actual.value)}`,
      fix: "take AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN out of the pod and let the SDK use web identity, or copy all three anew from one answer of STS",
    };
  },
};
