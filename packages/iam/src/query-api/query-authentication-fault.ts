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
export function queryAuthenticationFault({ reason, expected }: AuthenticationProblem): QueryAuthenticationFault {
  switch (reason) {
    case "unsigned":
      return { status: 403, code: "MissingAuthenticationToken", message: "Request is missing Authentication Token" };
    case "malformed-authorization":
      return { status: 400, code: "IncompleteSignature", message: expected };
    case "wrong-region":
      return { status: 403, code: "SignatureDoesNotMatch", message: "Credential should be scoped to a valid region. " };
    case "wrong-service":
      return { status: 403, code: "SignatureDoesNotMatch", message: `Credential should be scoped to correct service: '${expected}'. ` };
    case "expired":
      return { status: 403, code: "ExpiredToken", message: "The security token included in the request is expired" };
    case "clock-skewed":
    case "signature-differs":
      return { status: 403, code: "SignatureDoesNotMatch", message: SIGNATURE_DIFFERS };
    default:
      return { status: 403, code: "InvalidClientTokenId", message: "The security token included in the request is invalid." };
  }
}
