import type { Cause } from "../cause.js";
import { isPresigned } from "../presigned.js";

/** Not in failures.md: what is said of expired credentials where nothing tells why they were still in use. */
export const sessionExpired: Cause = {
  id: "session-expired",
  rank: "symptom",
  title: "Credentials, or a URL that they signed, were used after their end",
  see: "ExpiredToken: The provided token has expired. (400, S3); ExpiredTokenException; AccessDenied: Request has expired, of a presigned URL",
  why: "Temporary credentials have an end. SDKs replace them in time where they look for credentials themselves; values that a program keeps, exports or passes on are not replaced. A presigned URL is good until X-Amz-Expires is over or the session that signed it ends, whichever comes first.",
  prove: [
    "aws sts get-caller-identity from the same process",
    "search the app for AWS_SESSION_TOKEN, and for clients that are made once with fixed credentials",
    "of a URL: read X-Amz-Date, X-Amz-Expires and X-Amz-Credential; a key that begins with ASIA is a session's",
  ],
  sources: [
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_use-resources.html",
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-presigned-url.html",
  ],
  explain(symptom) {
    const { check } = symptom;
    if (!check.check.endsWith(".authentication")) return null;
    const { expected, actual, reason } = check;
    if (reason === "presigned-url-expired")
      return {
        because: `the presigned URL was good until ${expected.value}, and was used at ${actual.value}`,
        fix: "make a new URL shortly before it is used, or one with a longer X-Amz-Expires: at most seven days, and never longer than the session that signs it",
      };
    if (reason !== "expired") return null;
    if (isPresigned(symptom))
      return {
        because: `the presigned URL's own time is not over, but the session that signed it is: it was good ${expected.value}, and the URL was used at ${actual.value}`,
        fix: "make the URL when it is wanted; for links that last longer let the role's session last longer (MaxSessionDuration, at most 12 hours), or sign through CloudFront",
      };
    return {
      because: `the credentials were good ${expected.value}, and were used at ${actual.value}: whoever made this call did not replace them`,
      fix: "let the SDK's default chain hold the credentials, so that it replaces them; do not export them, and do not keep them in a client that is made once",
    };
  },
};
