import type { MessageKind } from "../message-kind.js";

/** What STS answers `AssumeRoleWithWebIdentity`: nearest to a cause, since it has looked. */
export const STS_ANSWERS: readonly MessageKind[] = [
  {
    id: "sts-guardrail",
    says: "STS was asked, and a policy of the organization denies it",
    forms: [
      /not authorized to perform sts:assumerolewithwebidentity.{0,90}(explicit deny in an? (resource|service) control policy|no resource control policy)/,
    ],
    causes: ["guardrail-denies-issuer"],
  },
  {
    id: "sts-not-authorized",
    says: "STS knows the token's issuer, and the role's trust policy does not let this token in (or there is no such role)",
    forms: [
      /not authorized to perform sts:assumerolewithwebidentity|assumerolewithwebidentity.{0,120}\baccessdenied\b(?!.{0,80}\bnot authorized to perform (?!sts:))/,
    ],
    causes: ["trust-sub-mismatch", "stringequals-wildcard", "condition-key-malformed", "issuer-changed", "trust-wrong-action-or-principal", "role-missing"],
  },
  {
    id: "sts-no-provider",
    says: "the account of the role has no OIDC provider for the token's issuer",
    forms: [/no openidconnect provider found/],
    causes: ["oidc-provider-missing", "cross-account-provider-missing", "issuer-changed"],
  },
  {
    id: "sts-audience",
    says: "the token's audience is not among the client ids of the OIDC provider",
    forms: [/incorrect token audience/],
    causes: ["provider-audience-mismatch", "partition-audience-endpoint", "wrong-token-sent"],
  },
  {
    id: "sts-verification-key",
    says: "STS could not get the key that the token was signed with from the issuer",
    forms: [/couldn?t retrieve verification key|idpcommunicationerror|identity provider .{0,40}could not be reached/],
    causes: ["jwks-stale-or-unreachable", "self-hosted-issuer-wrong"],
  },
  {
    id: "sts-thumbprint",
    says: "the issuer's certificate is not the one of the OIDC provider's thumbprint",
    forms: [/https certificate doesn?t match configured thumbprint/],
    causes: ["thumbprint-mismatch"],
  },
  {
    id: "sts-token-expired",
    says: "the token that was sent to STS is older than it may be",
    forms: [/token expired( current date time| needs a refresh)?.{0,60}(must be before the expiration|needs a refresh)/],
    causes: ["token-read-once", "token-not-refreshed", "token-swap-race"],
  },
  {
    id: "sts-claim-missing",
    says: "the token that was sent lacks a claim: it is not the one that is projected for IRSA",
    forms: [/missing a required claim/],
    causes: ["wrong-token-sent", "self-hosted-issuer-wrong"],
  },
  {
    id: "sts-no-jwt",
    says: "what was sent to STS is no JSON Web Token, or its signature is not good",
    forms: [/(id )?token provided is not a valid jwt|token signature (is )?invalid|invalid (id )?token signature/],
    causes: ["wrong-token-sent", "token-tampered"],
  },
  {
    id: "sts-duration-chained",
    says: "a session of a role that was assumed with another role's session lasts one hour at most",
    forms: [/durationseconds exceeds the .{0,20}session limit for roles assumed by role chaining/],
    causes: ["duration-too-long"],
  },
  {
    id: "sts-duration",
    says: "the session that is asked for is longer than the role allows",
    forms: [/durationseconds exceeds the maxsessionduration/],
    causes: ["duration-too-long"],
  },
  {
    id: "sts-role-arn",
    says: "AWS_ROLE_ARN, and so the annotation, is not the ARN of a role",
    forms: [/request arn is invalid|rolearn failed to satisfy|is invalid.{0,20}role ?arn/],
    causes: ["role-arn-invalid"],
  },
  {
    id: "sts-token-form",
    says: "the token that was sent is empty or absent",
    forms: [/webidentitytoken failed to satisfy|invalid length for parameter webidentitytoken|missing required (parameter|key).{0,30}webidentitytoken/],
    causes: ["token-file-empty", "wrong-token-sent", "sts-parameters-mistaken"],
  },
  {
    id: "sts-session-name",
    says: "the session's name has a form that STS does not take",
    forms: [/rolesessionname failed to satisfy|role session name does not match|invalid.{0,20}rolesessionname/],
    causes: ["session-name-invalid"],
  },
  {
    id: "sts-region-off",
    says: "this account does not use STS in that region",
    forms: [/sts is not activated in this region|regiondisabledexception/],
    causes: ["sts-endpoint-red-herring"],
  },
  {
    id: "throttled",
    says: "too many requests at once",
    forms: [/rate exceeded|throttlingexception|too many requests.{0,60}sts|sts.{0,60}too many requests/],
    causes: ["sts-throttled"],
  },
];
