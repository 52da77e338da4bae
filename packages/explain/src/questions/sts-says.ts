import type { CheckEvent, ExchangeEvent } from "@irsa-sim/core";
import { eventsOfPod, failedCall, type Question } from "./question.js";

/** By the name of the check that refused; what is not here is another answer. */
const BY_CHECK: Readonly<Record<string, string>> = {
  "sts.trust-policy": "not-authorized",
  "sts.resource-control-policy": "not-authorized",
  "sts.vpc-endpoint-policy": "not-authorized",
  "sts.provider": "no-provider",
  "sts.audience": "audience",
  "sts.verification-key": "verification-key",
  "sts.tls-certificate": "certificate",
  "sts.times": "expired",
  "sts.rate-limit": "throttled",
  "sts.parameters": "validation",
  "sts.role-arn": "validation",
  "sts.duration": "duration",
  "sts.role-chaining": "duration",
  "sts.region": "region",
  "sts.signature": "token",
  "sts.token-structure": "token",
  "sts.required-claims": "token",
};

/** Many SDKs show only their own words, and STS's stand in the exception within. */
export const stsSays: Question = {
  id: "sts-says",
  asks: "What did STS answer AssumeRoleWithWebIdentity (the inner exception, the SDK's debug log, or CloudTrail)?",
  commands: [
    "kubectl logs -n NAMESPACE POD -c CONTAINER | grep -iE 'AccessDenied|IdentityToken|Expired|Throttling|webidentity'",
    "aws cloudtrail lookup-events --lookup-attributes AttributeKey=EventName,AttributeValue=AssumeRoleWithWebIdentity --max-results 20",
  ],
  answers: {
    "not-authorized": "AccessDenied: Not authorized to perform sts:AssumeRoleWithWebIdentity",
    "no-provider": "InvalidIdentityToken: No OpenIDConnect provider found in your account",
    audience: "InvalidIdentityToken: Incorrect token audience",
    "verification-key": "InvalidIdentityToken: Couldn't retrieve verification key",
    certificate: "InvalidIdentityToken: OpenIDConnect provider's HTTPS certificate doesn't match configured thumbprint",
    expired: "ExpiredTokenException",
    throttled: "Throttling: Rate exceeded",
    validation: "ValidationError, and a parameter's name",
    duration: "ValidationError: The requested DurationSeconds exceeds …",
    region: "RegionDisabledException",
    token: "InvalidIdentityToken, and the token itself is named: signature, claim, form",
    other: "another error",
    credentials: "credentials, without an error",
    "no-name": "nothing: its name was not resolved (no such host, EAI_AGAIN, dial tcp: i/o timeout without an address)",
    "no-way": "nothing: no answer came from its address, or a refused connection",
    untrusted: "nothing: the SDK did not trust the certificate that it was shown (x509, CERTIFICATE_VERIFY_FAILED)",
    nothing: "nothing: it was never asked",
  },
  answer(report) {
    if (failedCall(report) === null) return null;
    const events = eventsOfPod(report);
    const asked = events.findLast((event): event is ExchangeEvent => event.kind === "exchange" && event.name === "AssumeRoleWithWebIdentity");
    if (asked === undefined) return "nothing";
    if (asked.failure !== null) return wayOf(asked.failure.code);
    const refused = events.findLast((event): event is CheckEvent => event.kind === "check" && event.actor === "sts" && !event.passed);
    return refused === undefined ? "credentials" : (BY_CHECK[refused.check] ?? "other");
  },
};

/** How far a call came that nobody answered. */
function wayOf(code: string): string {
  if (/^(ENOTFOUND|EAI_AGAIN)$/.test(code)) return "no-name";
  return /TLS|CERT/.test(code) ? "untrusted" : "no-way";
}
