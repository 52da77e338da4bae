/**
 * What the service model demands of each action's parameters.
 * Leaves out: constraints of list members, which `read-policy-arns.ts` and `read-session-tags.ts` know.
 * @see sts-and-iam.md, sections 1.6 and 2.1
 */
import type { ActionConstraints, TextConstraint } from "./constraints.js";

const text = { required: false, sensitive: false, pattern: null } as const;

const ROLE_ARN: TextConstraint = {
  ...text,
  name: "RoleArn",
  required: true,
  minLength: 20,
  maxLength: 2048,
  pattern: "[\\u0009\\u000A\\u000D\\u0020-\\u007E\\u0085\\u00A0-\\uD7FF\\uE000-\\uFFFD\\u10000-\\u10FFFF]+",
};
const ROLE_SESSION_NAME: TextConstraint = { ...text, name: "RoleSessionName", required: true, minLength: 2, maxLength: 64, pattern: "[\\w+=,.@-]*" };
const POLICY: TextConstraint = { ...text, name: "Policy", minLength: 1, maxLength: 2048, pattern: "[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+" };
/** Of a role's session. */
const DURATION_SECONDS = { name: "DurationSeconds", min: 900, max: 43_200 };
/** Of a user's session. */
const USER_DURATION_SECONDS = { name: "DurationSeconds", min: 900, max: 129_600 };
/** Of a device that shows codes; nobody has one here. */
const MFA: readonly TextConstraint[] = [
  { ...text, name: "SerialNumber", minLength: 9, maxLength: 256, pattern: "[\\w+=/:,.@-]*" },
  { ...text, name: "TokenCode", minLength: 6, maxLength: 6, pattern: "[\\d]*" },
];

/** By action. */
export const ACTION_CONSTRAINTS = {
  AssumeRoleWithWebIdentity: {
    texts: [
      ROLE_ARN,
      ROLE_SESSION_NAME,
      { ...text, name: "WebIdentityToken", required: true, sensitive: true, minLength: 4, maxLength: 20_000 },
      { ...text, name: "ProviderId", minLength: 4, maxLength: 2048 },
      POLICY,
    ],
    numbers: [DURATION_SECONDS, { name: "MinimumSessionTokenSize", min: 0, max: 4096 }],
  },
  AssumeRole: {
    texts: [
      ROLE_ARN,
      ROLE_SESSION_NAME,
      POLICY,
      { ...text, name: "ExternalId", minLength: 2, maxLength: 1224, pattern: "[\\w+=,.@:\\/-]*" },
      ...MFA,
      { ...text, name: "SourceIdentity", minLength: 2, maxLength: 64, pattern: "[\\w+=,.@-]*" },
    ],
    numbers: [DURATION_SECONDS],
  },
  AssumeRoleWithSAML: {
    texts: [
      ROLE_ARN,
      { ...text, name: "PrincipalArn", required: true, minLength: 20, maxLength: 2048, pattern: ROLE_ARN.pattern },
      { ...text, name: "SAMLAssertion", required: true, sensitive: true, minLength: 4, maxLength: 100_000 },
      POLICY,
    ],
    numbers: [DURATION_SECONDS],
  },
  GetSessionToken: { texts: MFA, numbers: [USER_DURATION_SECONDS] },
  GetFederationToken: {
    texts: [{ ...text, name: "Name", required: true, minLength: 2, maxLength: 32, pattern: "[\\w+=,.@-]*" }, POLICY],
    numbers: [USER_DURATION_SECONDS],
  },
  DecodeAuthorizationMessage: { texts: [{ ...text, name: "EncodedMessage", required: true, minLength: 1, maxLength: 10_240 }], numbers: [] },
  GetAccessKeyInfo: { texts: [{ ...text, name: "AccessKeyId", required: true, minLength: 16, maxLength: 128, pattern: "[\\w]*" }], numbers: [] },
} as const satisfies { readonly [action: string]: ActionConstraints };
