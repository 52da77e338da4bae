import type { Cause } from "../cause.js";
import { isPresigned } from "../presigned.js";
import { visible } from "../visible.js";

/** By the service's own reason: what is wrong with the signature, and what to do. */
const REASONS: Readonly<Record<string, readonly [because: string, fix: string]>> = {
  "malformed-authorization": [
    "the Authorization header has not the form of Signature Version 4",
    "let an SDK sign, or write Credential, SignedHeaders and Signature as SigV4 has them",
  ],
  "malformed-query": ["the parameters of a presigned URL are not complete", "use the URL whole, as the SDK made it: shells and chat programs cut it at &"],
  "headers-not-signed": [
    "a header was sent that must be signed and is not",
    "sign host and all x-amz- headers; a proxy that adds such a header must do so before the signature",
  ],
  "scope-date-differs": ["the day in the credential's scope is not that of x-amz-date", "sign each call anew, and take date and scope from the same clock"],
  "wrong-region": [
    "the call is signed for another region than the one that was asked",
    "set the client's region to that of the endpoint: AWS_REGION or the client's own setting",
  ],
  "wrong-service": [
    "the call is signed for another service than the one that was asked",
    "sign for the service that the endpoint belongs to; a URL of one's own needs the service's name too",
  ],
  "signature-differs": [
    "the signature does not belong to this request and this secret key: the secret is another one, or something changed the request after it was signed",
    "compare the secret key with the access key's own; then look for a proxy or a library that changes path, query or headers on the way",
  ],
};

/** Not in failures.md: signatures that do not fit. */
export const signedOtherwise: Cause = {
  id: "signed-otherwise",
  rank: "mistaken",
  title: "The signature does not fit the request",
  see: "SignatureDoesNotMatch (403): The request signature we calculated does not match the signature you provided; AuthorizationHeaderMalformed (400); IncompleteSignature",
  why: "A signature covers method, path, query, headers, body, region, service and day. SDKs get all of it right; proxies, gateways, self-written clients and copied URLs do not.",
  prove: [
    "turn on the SDK's log of canonical requests and compare with the service's answer, which names its own",
    "make the call from the pod without the proxy",
  ],
  sources: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-troubleshooting.html"],
  explainOwnError({ exchange, told }) {
    // An old tool's Signature Version 2, whether in a header or in a presigned URL, is not even looked at.
    if (exchange?.to !== "s3" || !told.message.includes("AWS4-HMAC-SHA256")) return null;
    return {
      because: `the request, or the presigned URL, is signed with Signature Version 2, which S3 does not take: ${visible(told.message)}`,
      fix: 'let the client sign with Signature Version 4: signature_version "s3v4" in boto3 and in the AWS CLI\'s profile, a newer release of old tools',
    };
  },
  explain(symptom) {
    const { check } = symptom;
    const [because, fix] = REASONS[check.reason ?? ""] ?? [];
    if (!check.check.endsWith(".authentication") || because === undefined || fix === undefined) return null;
    const what = isPresigned(symptom) ? "the presigned URL reached the service, and " : "";
    return { because: `${what}${because}: the service wants ${visible(check.expected.value)}, and found ${visible(check.actual.value)}`, fix };
  },
};
