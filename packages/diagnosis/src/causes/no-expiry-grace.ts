import type { Cause } from "../cause.js";
import { requestBehind } from "../sent-request.js";

/** failures.md, rank 59. */
export const noExpiryGrace: Cause = {
  id: "no-expiry-grace",
  rank: "mistaken",
  met: "rarely",
  title: "The SDK replaces credentials only once they have expired",
  see: "ExpiredToken: The provided token has expired. (400 at S3), a few times a day",
  why: "No early refresh window in that provider.",
  prove: [
    "kubectl logs -n NAMESPACE POD | grep -c 'The provided token has expired'",
    "aws cloudtrail lookup-events --lookup-attributes AttributeKey=EventName,AttributeValue=AssumeRoleWithWebIdentity",
  ],
  sources: ["https://github.com/aws/aws-sdk-cpp/issues/1569", "https://github.com/aws/aws-sdk-java/issues/2606"],
  explain({ check, events }) {
    const [, end] = /^before (\S+)$/.exec(check.expected.value) ?? [];
    const request = requestBehind(events, check);
    if (check.reason !== "expired" || !check.check.endsWith(".authentication") || end === undefined || request === null) return null;
    if (request.at >= Date.parse(end)) return null;
    const sentAt = new Date(request.at).toISOString().replace(".000Z", "Z");
    return {
      because: `the request left at ${sentAt} with credentials that were good until ${end}, and was there at ${check.actual.value}`,
      fix: "let the SDK replace credentials some minutes before their end (Go: CredentialsCacheOptions.ExpiryWindow), and let a call that meets ExpiredToken be made once more",
    };
  },
};
