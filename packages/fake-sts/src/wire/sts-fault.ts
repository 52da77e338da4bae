/**
 * What STS says when it refuses: the codes and texts of AWS, each in this one place. The cause stands in the trace and never here.
 * @see sts-and-iam.md, sections 1.5 and 3.2
 */

/** A refusal as the caller sees it; thrown by a check, rendered by the handler. */
export class StsFault extends Error {
  /** `AccessDenied`. */
  readonly code: string;
  /** HTTP status. */
  readonly status: number;
  /** The `Message` element; `null` where AWS leaves the element out. */
  readonly text: string | null;
  /** `dispatch` for an operation that was not found: AWS's front door answers those, in a namespace of its own. */
  readonly origin: "service" | "dispatch";

  constructor(code: string, status: number, text: string | null, origin: StsFault["origin"] = "service") {
    super(text ?? code);
    this.name = "StsFault";
    this.code = code;
    this.status = status;
    this.text = text;
    this.origin = origin;
  }
}

/** The faults of AssumeRoleWithWebIdentity and of dispatch, by what went wrong. */
export const STS_FAULTS = {
  operationNotFound: (action: string, version: string) =>
    new StsFault("InvalidAction", 400, `Could not find operation ${action} for version ${version}`, "dispatch"),
  /** @param violations one clause each, as section 2.2 words them */
  constraintsViolated: (violations: readonly string[]) =>
    new StsFault("ValidationError", 400, `${violations.length} validation error${violations.length === 1 ? "" : "s"} detected: ${violations.join("; ")}`),
  /** A number that is not one; AWS gives a text only when the value is empty. */
  malformedNumber: (value: string) => new StsFault("MalformedInput", 400, value === "" ? "missing value for decimal type" : null),
  notAnArn: (value: string) => new StsFault("ValidationError", 400, `${value} is invalid`),
  notARoleArn: () => new StsFault("ValidationError", 400, "Request ARN is invalid"),
  notAJwt: () => invalidToken("The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)"),
  claimMissing: (claim: string) => invalidToken(`Missing a required claim: ${claim}`),
  /** @param issuer with its scheme, as the token has it */
  noProvider: (issuer: string) => invalidToken(`No OpenIDConnect provider found in your account for ${issuer}`),
  audienceDiffers: () => invalidToken("Incorrect token audience"),
  /** The two spaces behind the comma are AWS's. */
  noVerificationKey: () =>
    invalidToken("Couldn't retrieve verification key from your identity provider,  please reference AssumeRoleWithWebIdentity documentation for requirements"),
  thumbprintDiffers: () => invalidToken("OpenIDConnect provider's HTTPS certificate doesn't match configured thumbprint"),
  /** Differs from AWS, perhaps: nobody has captured AWS's text for a wrong signature (sts-and-iam.md, section 3.2, marks it unconfirmed). */
  signatureInvalid: () => invalidToken("Token signature invalid"),
  tokenExpired: (nowSeconds: number, expSeconds: number) =>
    new StsFault("ExpiredTokenException", 400, `Token expired: current date/time ${nowSeconds} must be before the expiration date/time ${expSeconds}`),
  /** Differs from AWS, perhaps: the text for a token from the future is unconfirmed and worded here after the one for expiry. */
  tokenNotYetValid: (nowSeconds: number, fromSeconds: number) =>
    invalidToken(`Token not yet valid: current date/time ${nowSeconds} must not be before the date/time ${fromSeconds}`),
  /** One text for everything about role and trust, a missing role included. */
  notAuthorized: () => new StsFault("AccessDenied", 403, "Not authorized to perform sts:AssumeRoleWithWebIdentity"),
  /** Duplicate or absent tags, as recorded for AssumeRole. */
  /** Of tags in a token. */
  invalidTags: () => new StsFault("ValidationError", 400, "Unable to validate tags"),
  duplicateTagKeys: () => new StsFault("InvalidParameterValue", 400, "Duplicate tag keys found. Please note that Tag keys are case insensitive."),
  transitiveTagAbsent: () => new StsFault("InvalidParameterValue", 400, "The specified transitive tag key must be included in the requested tags."),
  roleNotInClaim: () => invalidToken("The target role ARN is not present in the roles claim of the identity token"),
  malformedPolicy: (problem: string) => new StsFault("MalformedPolicyDocument", 400, problem),
  /** Differs from AWS, perhaps: no capture of this text is among the sources. */
  policyArnInvalid: (arn: string) => new StsFault("ValidationError", 400, `Managed policy ARN ${arn} is invalid or not of the role's account`),
  packedPolicyTooLarge: (percent: number) =>
    new StsFault("PackedPolicyTooLarge", 400, `Packed policy consumes ${percent}% of allotted space, please use smaller policy.`),
  /** Where the call has tags and no policy, as a report has it. */
  packedTagsTooLarge: (percent: number) => new StsFault("PackedPolicyTooLarge", 400, `Packed size of session tags consumes ${percent}% of allotted space.`),
  /** No space behind the colon. */
  regionDisabled: (account: string) =>
    new StsFault(
      "RegionDisabledException",
      403,
      `STS is not activated in this region for account:${account}. Your account administrator can activate STS in this region using the IAM Console.`,
    ),
  throttled: () => new StsFault("Throttling", 400, "Rate exceeded"),
  durationTooLongForChaining: () =>
    new StsFault("ValidationError", 400, "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining."),
  transitiveTagOfCaller: () =>
    new StsFault(
      "InvalidParameterValue",
      400,
      "One of the specified transitive tag keys can't be set because it conflicts with a transitive tag key from the calling session.",
    ),
  sourceIdentitySet: () => new StsFault("ValidationError", 400, "The source identity is already set for this assume role session"),
  /** One text for a role that is not there and one that does not trust the caller. */
  assumeRoleDenied: (caller: string, action: string, roleArn: string) =>
    new StsFault("AccessDenied", 403, `User: ${caller} is not authorized to perform: ${action} on resource: ${roleArn}`),
  accessDenied: (caller: string, action: string, resource: string, tail: string) =>
    new StsFault("AccessDenied", 403, `User: ${caller} is not authorized to perform: ${action} on resource: ${resource} ${tail}`),
  /** Differs from AWS, perhaps: no capture of this text is among the sources. */
  notWithSessionCredentials: (action: string) => new StsFault("AccessDenied", 403, `Cannot call ${action} with session credentials`),
  /** Differs from AWS, perhaps: no capture of this text is among the sources. */
  samlProviderMissing: () => invalidToken("Specified provider doesn't exist"),
  /** Differs from AWS, perhaps: no capture of this text is among the sources. */
  messageInvalid: () => new StsFault("InvalidAuthorizationMessageException", 400, "Message is not valid"),
  /** Differs from AWS, perhaps: no capture of this text is among the sources. */
  accessKeyIdInvalid: () => new StsFault("ValidationError", 400, "The access key ID is not valid."),
  durationTooLong: () => new StsFault("ValidationError", 400, "The requested DurationSeconds exceeds the MaxSessionDuration set for this role."),
} as const;

function invalidToken(text: string): StsFault {
  return new StsFault("InvalidIdentityToken", 400, text);
}
