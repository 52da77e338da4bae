/** What S3 says when it refuses: its own codes, statuses and texts, and the only place where they are made (sts-and-iam.md, sections 6.2 and 8). */
import type { AuthenticationProblem } from "@irsa-sim/iam";

/** A refusal, thrown where it arises and answered by the handler. */
export class S3Fault extends Error {
  readonly code: string;
  readonly status: number;
  /** Elements of the error document between `Message` and `RequestId`. */
  readonly elements: Readonly<Record<string, string>>;

  constructor(status: number, code: string, message: string, elements: Readonly<Record<string, string>> = {}) {
    super(message);
    this.name = "S3Fault";
    this.status = status;
    this.code = code;
    this.elements = elements;
  }
}

/** What the request said of itself. */
export interface SignedWith {
  readonly accessKeyId: string;
  readonly sessionToken: string;
}

/** S3's words for what is wrong with a request's signature or credentials. */
export function authenticationFault({ reason, expected, actual }: AuthenticationProblem, { accessKeyId, sessionToken }: SignedWith): S3Fault {
  switch (reason) {
    case "unsigned":
      return new S3Fault(403, "AccessDenied", "Access Denied");
    case "malformed-authorization":
      return new S3Fault(400, "AuthorizationHeaderMalformed", "The authorization header is malformed");
    case "wrong-region":
      return new S3Fault(
        400,
        "AuthorizationHeaderMalformed",
        `The authorization header is malformed; the region '${actual}' is wrong; expecting '${expected}'`,
        { Region: expected },
      );
    case "wrong-service":
      return new S3Fault(
        400,
        "AuthorizationHeaderMalformed",
        `The authorization header is malformed; incorrect service "${actual}". This endpoint belongs to "${expected}".`,
      );
    case "malformed-session-token":
      return new S3Fault(400, "InvalidToken", "The provided token is malformed or otherwise invalid.", { "Token-0": sessionToken });
    case "expired":
      return new S3Fault(400, "ExpiredToken", "The provided token has expired.", { "Token-0": sessionToken });
    case "clock-skewed":
      return new S3Fault(403, "RequestTimeTooSkewed", "The difference between the request time and the server's time is too large.", {
        RequestTime: actual,
        ServerTime: expected,
        MaxAllowedSkewMilliseconds: "900000",
      });
    case "signature-differs":
      return new S3Fault(
        403,
        "SignatureDoesNotMatch",
        "The request signature we calculated does not match the signature you provided. Check your key and signing method.",
        {
          AWSAccessKeyId: accessKeyId,
          SignatureProvided: actual,
        },
      );
    default:
      return new S3Fault(403, "InvalidAccessKeyId", "The AWS Access Key Id you provided does not exist in our records.", { AWSAccessKeyId: accessKeyId });
  }
}

/** An action that is not allowed; `tail` says by which kind of policy. */
export function accessDenied({ callerArn, action, resource, tail }: Denial): S3Fault {
  return new S3Fault(403, "AccessDenied", `User: ${callerArn} is not authorized to perform: ${action} on resource: "${resource}" ${tail}`);
}

interface Denial {
  readonly callerArn: string;
  readonly action: string;
  readonly resource: string;
  readonly tail: string;
}

export const FAULTS = {
  invalidUri: () => new S3Fault(400, "InvalidURI", "Couldn't parse the specified URI."),
  noSuchBucket: (bucket: string) => new S3Fault(404, "NoSuchBucket", "The specified bucket does not exist", { BucketName: bucket }),
  noSuchKey: (key: string) => new S3Fault(404, "NoSuchKey", "The specified key does not exist.", { Key: key }),
  methodNotAllowed: (method: string) => new S3Fault(405, "MethodNotAllowed", "The specified method is not allowed against this resource.", { Method: method }),
} as const;
