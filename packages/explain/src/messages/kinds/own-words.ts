import type { MessageKind } from "../message-kind.js";

/** Programs that hide what they were told. */
export const HIDDEN: readonly MessageKind[] = [
  {
    id: "dotnet-hides",
    isFar: true,
    says: "the .NET SDK says no more; STS's own answer stands in the inner exception, behind --->",
    forms: [/error calling assumerole for role/],
    causes: ["trust-sub-mismatch", "oidc-provider-missing", "provider-audience-mismatch"],
  },
  {
    id: "fluent-bit-hides",
    isFar: true,
    says: "fluent-bit's own client got nothing from STS; role_arn in an output makes it assume a second role, and log_level debug shows STS's answer",
    forms: [/sts assume role( with web identity)? request failed/],
    causes: ["redundant-self-assume", "trust-sub-mismatch", "sts-unreachable-private"],
  },
  {
    id: "hidden-refusal",
    isFar: true,
    says: "STS was asked and did not give credentials; why is not in this message",
    forms: [
      /webidentityerr failed to retrieve credentials|failed to retrieve credentials.{0,40}assumerolewithwebidentity|could not load credentials from tokenfilewebidentity|could not assume role (using|with) web identity/,
    ],
    causes: ["trust-sub-mismatch", "oidc-provider-missing", "provider-audience-mismatch"],
  },
];

/** Furthest from a cause: services that say no more than no. */
export const BARE: readonly MessageKind[] = [
  {
    id: "bare-denial",
    isFar: true,
    says: "the service says no and not to whom: aws sts get-caller-identity in the container shows who calls",
    forms: [
      /accessdenied(exception)? when calling the (?!assumerole)\w+ operation|access to the resource .{0,60}is denied|\baccess denied\b(?! (for|to|by|while|repository|attempting|from))|forbidden .{0,60}(amazon ?s3|s3 )|(amazon ?s3|s3a|bucket).{0,200}\bforbidden\b|http get error on .{0,120}http \{n\}/,
    ],
    without: [/kubectl|nginx|npm|docker|sqlexception|using password/],
    causes: ["identity-policy-gap", "annotation-absent-or-misplaced", "resource-side-deny", "sdk-without-web-identity", "pod-older-than-annotation"],
  },
];
