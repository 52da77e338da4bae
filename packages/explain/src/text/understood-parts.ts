/** What can be read off an error's text without knowing the whole. */
import { undoEscapes } from "./undo-escapes.js";

/** One such part. */
export interface UnderstoodPart {
  /** Such as `code`. */
  readonly what: string;
  readonly value: string;
}

const PARTS: readonly (readonly [what: string, form: RegExp])[] = [
  [
    "code",
    /\b(AccessDenied|InvalidIdentityToken|ExpiredToken(?:Exception)?|IDPCommunicationError|IDPRejectedClaim|MalformedPolicyDocument|PackedPolicyTooLarge|RegionDisabled|ValidationError|Throttling|InvalidClientTokenId|InvalidAccessKeyId|SignatureDoesNotMatch|RequestTimeTooSkewed|LimitExceeded|NoSuchEntity|EntityAlreadyExists)(?:Exception)?\b/,
  ],
  ["system error", /\b(ENOENT|EACCES|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENOTFOUND|EAI_AGAIN)\b/],
  ["HTTP status", /\b(?:status(?: ?code)?|http(?:\/1\.1)?)\W{0,3}([345]\d\d)\b/i],
  ["operation", /\b(AssumeRoleWithWebIdentity|AssumeRole|GetCallerIdentity|TokenRequest)\b/],
  ["action", /not authorized to perform:? ([a-z0-9-]+:[A-Za-z]+)/],
  ["caller: the node's role", /(arn:aws[\w-]*:sts::\d{12}:assumed-role\/[\w+=,.@-]+\/i-[0-9a-f]+)/],
  ["caller: a role's session", /(arn:aws[\w-]*:sts::\d{12}:assumed-role\/[\w+=,.@-]+\/(?!i-[0-9a-f]+\b)[\w+=,.@-]+)/],
  ["role", /(arn:aws[\w-]*:iam::\d{12}:role\/[\w+=,.@/-]+)/],
  ["issuer", /(https:\/\/oidc\.eks\.[\w.-]+\/id\/\w+)/],
  ["STS's host", /\b(sts\.(?:[\w-]+\.)?amazonaws\.com(?:\.cn)?)/],
  ["token file", /([\w/.-]*secrets\/(?:eks\.amazonaws\.com|kubernetes\.io)\/serviceaccount\/token)/],
  ["instance metadata", /(169\.254\.169\.254)/],
  [
    "kind of error",
    /\b(timed? ?out|timeout|no such host|connection refused|certificate|x509|permission denied|no such file|unable to locate credentials|no credentials)\b/i,
  ],
];

/** The parts that were found, each kind once. */
export function understoodParts(text: string): readonly UnderstoodPart[] {
  const plain = undoEscapes(text);
  return PARTS.flatMap(([what, form]) => {
    const value = form.exec(plain)?.[1];
    return value === undefined ? [] : [{ what, value }];
  });
}
