import { addMillis } from "@irsa-sim/core";
import { formatAmzDate, parseAmzDate } from "../authentication/amz-date.js";
import type { AuthenticationProblem } from "../authentication/authentication.js";

/** A refusal in the words that all services of the query protocol share. */
export interface QueryAuthenticationFault {
  /** HTTP status. */
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

const SIGNATURE_DIFFERS =
  "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.";

/**
 * What STS and IAM say of a request whose signature or credentials are not good.
 *
 * @see sts-and-iam.md, section 8.2
 */
export function queryAuthenticationFault({ reason, expected, actual }: AuthenticationProblem): QueryAuthenticationFault {
  switch (reason) {
    case "unsigned":
      return { status: 403, code: "MissingAuthenticationToken", message: "Request is missing Authentication Token" };
    case "headers-not-signed":
      return { status: 400, code: "IncompleteSignature", message: `'${actual}' must be a 'SignedHeader' in the AWS Authorization.` };
    case "scope-date-differs":
      return { status: 403, code: "SignatureDoesNotMatch", message: expected };
    case "malformed-query":
    case "malformed-authorization":
      return { status: 400, code: "IncompleteSignature", message: expected };
    case "presigned-url-expired":
      return { status: 403, code: "SignatureDoesNotMatch", message: `Signature expired: ${expected} is now ${actual}` };
    case "clock-skewed":
      return { status: 403, code: "SignatureDoesNotMatch", message: skewText({ now: expected, signedAt: actual }) };
    case "wrong-region":
      return { status: 403, code: "SignatureDoesNotMatch", message: "Credential should be scoped to a valid region. " };
    case "wrong-service":
      return { status: 403, code: "SignatureDoesNotMatch", message: `Credential should be scoped to correct service: '${expected}'. ` };
    case "expired":
      return { status: 403, code: "ExpiredToken", message: "The security token included in the request is expired" };
    case "signature-differs":
      return { status: 403, code: "SignatureDoesNotMatch", message: SIGNATURE_DIFFERS };
    default:
      return { status: 403, code: "InvalidClientTokenId", message: "The security token included in the request is invalid." };
  }
}

/** Both times as SigV4 writes them; the bound is a quarter of an hour before or after the service's own time. */
function skewText({ now, signedAt }: { readonly now: string; readonly signedAt: string }): string {
  const service = parseAmzDate(now);
  if (service === null) throw new Error(`${now} is no date of SigV4`);
  const bound = (minutes: number): string => formatAmzDate(addMillis(service, minutes * 60_000));
  return signedAt < now
    ? `Signature expired: ${signedAt} is now earlier than ${bound(-15)} (${now} - 15 min.)`
    : `Signature not yet current: ${signedAt} is still later than ${bound(15)} (${now} + 15 min.)`;
}
