/** What S3 says when it refuses: its own codes, statuses and texts, and the only place where they are made (sts-and-iam.md, sections 6.2 and 8). */
import type { AuthenticationProblem } from "@irsa-sim/iam";

/** A refusal, thrown where it arises and answered by the handler. */
export class S3Fault extends Error {
  readonly code: string;
  readonly status: number;
  /** Elements of the error document between `Message` and `RequestId`. */
  readonly elements: Readonly<Record<string, string>>;
  /** For the header `x-amz-bucket-region`; `null` for an answer without it. */
  readonly bucketRegion: string | null;

  constructor(status: number, code: string, message: string, elements: Readonly<Record<string, string>> = {}, bucketRegion: string | null = null) {
    super(message);
    this.name = "S3Fault";
    this.status = status;
    this.code = code;
    this.elements = elements;
    this.bucketRegion = bucketRegion;
  }
}

/** What the request said of itself. */
export interface SignedWith {
  readonly accessKeyId: string;
  readonly sessionToken: string;
  /** `X-Amz-Expires` of a presigned URL; empty without. */
  readonly expires: string;
}

/** S3's words for what is wrong with a request's signature or credentials. */
export function authenticationFault({ reason, expected, actual }: AuthenticationProblem, { accessKeyId, sessionToken, expires }: SignedWith): S3Fault {
  switch (reason) {
    case "unsigned":
      return new S3Fault(403, "AccessDenied", "Access Denied");
    case "malformed-query":
      return new S3Fault(
        400,
        "AuthorizationQueryParametersError",
        actual.startsWith("no ")
          ? `Query-string authentication version 4 requires the ${expected.replace("X-Amz-Expires", "and X-Amz-Expires")} parameters.`
          : `${expected} expected`,
      );
    case "headers-not-signed":
      return new S3Fault(403, "AccessDenied", "There were headers present in the request which were not signed", { HeadersNotSigned: actual });
    case "presigned-url-expired":
      return new S3Fault(403, "AccessDenied", "Request has expired", { "X-Amz-Expires": expires, ServerTime: actual });
    case "scope-date-differs":
    case "malformed-authorization":
      return new S3Fault(400, "AuthorizationHeaderMalformed", "The authorization header is malformed");
    case "wrong-region":
      return wrongRegion({ signed: actual, expected });
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

/** A request that is signed for another region than the one that answers. */
export function wrongRegion({ signed, expected }: { readonly signed: string; readonly expected: string }): S3Fault {
  const message = `The authorization header is malformed; the region '${signed}' is wrong; expecting '${expected}'`;
  return new S3Fault(400, "AuthorizationHeaderMalformed", message, { Region: expected }, expected);
}

/** An action that is not allowed; `tail` says by which kind of policy. */
export function accessDenied({ callerArn, action, resource, tail }: Denial): S3Fault {
  const on = resource === null ? "" : ` on resource: "${resource}"`;
  return new S3Fault(403, "AccessDenied", `User: ${callerArn} is not authorized to perform: ${action}${on} ${tail}`);
}

/** The use of a key that is not allowed; S3 passes on what KMS says, and that does not quote the resource. */
export function kmsAccessDenied({ callerArn, action, resource, tail }: Denial): S3Fault {
  return new S3Fault(403, "AccessDenied", `User: ${callerArn} is not authorized to perform: ${action} on resource: ${resource} ${tail}`);
}

interface Denial {
  readonly callerArn: string;
  readonly action: string;
  /** `null` for an action that has none, as s3:ListAllMyBuckets. */
  readonly resource: string | null;
  readonly tail: string;
}

export const FAULTS = {
  accessDenied: () => new S3Fault(403, "AccessDenied", "Access Denied"),
  ciphertextKeyMissing: () =>
    new S3Fault(
      403,
      "AccessDenied",
      "The ciphertext refers to a customer master key that does not exist, does not exist in this region, or you are not allowed to access.",
    ),
  keyMissing: (id: string) => new S3Fault(400, "KMS.NotFoundException", `Key '${id}' does not exist`),
  aclsOff: () => new S3Fault(400, "AccessControlListNotSupported", "The bucket does not allow ACLs"),
  copyOntoItself: () =>
    new S3Fault(
      400,
      "InvalidRequest",
      "This copy request is illegal because it is trying to copy an object to itself without changing the object's metadata, storage class, website redirect location or encryption attributes.",
    ),
  anonymousResponseHeaders: () => new S3Fault(400, "InvalidRequest", "Request specific response headers cannot be used for anonymous GET requests."),
  invalidPartNumber: (asked: string, parts: number) =>
    new S3Fault(416, "InvalidPartNumber", "The requested partnumber is not satisfiable", { PartNumberRequested: asked, ActualPartCount: String(parts) }),
  invalidUri: () => new S3Fault(400, "InvalidURI", "Couldn't parse the specified URI."),
  noSuchBucket: (bucket: string) => new S3Fault(404, "NoSuchBucket", "The specified bucket does not exist", { BucketName: bucket }),
  noSuchBucketPolicy: (bucket: string) => new S3Fault(404, "NoSuchBucketPolicy", "The bucket policy does not exist", { BucketName: bucket }),
  noSuchKey: (key: string) => new S3Fault(404, "NoSuchKey", "The specified key does not exist.", { Key: key }),
  noSuchUpload: (uploadId: string) =>
    new S3Fault(404, "NoSuchUpload", "The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted or completed.", {
      UploadId: uploadId,
    }),
  invalidPart: () =>
    new S3Fault(
      400,
      "InvalidPart",
      "One or more of the specified parts could not be found.  The part may not have been uploaded, or the specified entity tag may not match the part's entity tag.",
    ),
  invalidTag: (message: string) => new S3Fault(400, "InvalidTag", message),
  tooManyTags: (max: number) => new S3Fault(400, "BadRequest", `Object tags cannot be greater than ${max}`),
  invalidPartOrder: () => new S3Fault(400, "InvalidPartOrder", "The list of parts was not in ascending order. Parts must be ordered by part number."),
  entityTooSmall: () => new S3Fault(400, "EntityTooSmall", "Your proposed upload is smaller than the minimum allowed size"),
  entityTooLarge: (size: number, max: number) =>
    new S3Fault(400, "EntityTooLarge", "Your proposed upload exceeds the maximum allowed size", { ProposedSize: String(size), MaxSizeAllowed: String(max) }),
  permanentRedirect: (bucket: string, region: string, endpoint: string) =>
    new S3Fault(
      301,
      "PermanentRedirect",
      "The bucket you are attempting to access must be addressed using the specified endpoint. Please send all future requests to this endpoint.",
      { Endpoint: endpoint, Bucket: bucket },
      region,
    ),
  incompatibleLocation: (constraint: string) =>
    new S3Fault(
      400,
      "IllegalLocationConstraintException",
      `The ${constraint} location constraint is incompatible for the region specific endpoint this request was sent to.`,
    ),
  invalidLocation: (constraint: string) =>
    new S3Fault(400, "InvalidLocationConstraint", "The specified location-constraint is not valid", { LocationConstraint: constraint }),
  bucketOwnedByYou: (bucket: string) =>
    new S3Fault(409, "BucketAlreadyOwnedByYou", "Your previous request to create the named bucket succeeded and you already own it.", { BucketName: bucket }),
  bucketExists: (bucket: string) =>
    new S3Fault(
      409,
      "BucketAlreadyExists",
      "The requested bucket name is not available. The bucket namespace is shared by all users of the system. Please select a different name and try again.",
      { BucketName: bucket },
    ),
  bucketNotEmpty: (bucket: string) => new S3Fault(409, "BucketNotEmpty", "The bucket you tried to delete is not empty", { BucketName: bucket }),
  invalidBucketName: (bucket: string) => new S3Fault(400, "InvalidBucketName", "The specified bucket is not valid.", { BucketName: bucket }),
  invalidArgument: (message: string, name: string, value: string) => new S3Fault(400, "InvalidArgument", message, { ArgumentName: name, ArgumentValue: value }),
  invalidRange: (range: string, size: number) =>
    new S3Fault(416, "InvalidRange", "The requested range is not satisfiable", { RangeRequested: range, ActualObjectSize: String(size) }),
  preconditionFailed: (condition: string) =>
    new S3Fault(412, "PreconditionFailed", "At least one of the pre-conditions you specified did not hold", { Condition: condition }),
  malformedXml: () => new S3Fault(400, "MalformedXML", "The XML you provided was not well-formed or did not validate against our published schema"),
  malformedPolicy: (detail: string) => new S3Fault(400, "MalformedPolicy", detail),
  incompleteBody: () => new S3Fault(400, "IncompleteBody", "The request body terminated unexpectedly"),
  badDigest: (message: string) => new S3Fault(400, "BadDigest", message),
  invalidDigest: (sent: string) => new S3Fault(400, "InvalidDigest", "The Content-MD5 you specified was invalid.", { "Content-MD5": sent }),
  payloadHashDiffers: (client: string, server: string) =>
    new S3Fault(400, "XAmzContentSHA256Mismatch", "The provided 'x-amz-content-sha256' header does not match what was computed.", {
      ClientComputedContentSHA256: client,
      S3ComputedContentSHA256: server,
    }),
  chunkSignatureDiffers: () =>
    new S3Fault(
      403,
      "SignatureDoesNotMatch",
      "The request signature we calculated does not match the signature you provided. Check your key and signing method.",
    ),
  notImplemented: (header: string) =>
    new S3Fault(501, "NotImplemented", "A header you provided implies functionality that is not implemented", { Header: header }),
  signatureVersion2: () => new S3Fault(400, "InvalidRequest", "The authorization mechanism you have provided is not supported. Please use AWS4-HMAC-SHA256."),
  methodNotAllowed: (method: string) => new S3Fault(405, "MethodNotAllowed", "The specified method is not allowed against this resource.", { Method: method }),
} as const;
