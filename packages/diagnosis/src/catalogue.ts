import type { Cause } from "./cause.js";
import { annotationAbsentOrMisplaced } from "./causes/annotation-absent-or-misplaced.js";
import { clockSkew } from "./causes/clock-skew.js";
import { conditionKeyMalformed } from "./causes/condition-key-malformed.js";
import { containerNotCovered } from "./causes/container-not-covered.js";
import { crossAccountProviderMissing } from "./causes/cross-account-provider-missing.js";
import { federatedPrincipalMalformed } from "./causes/federated-principal-malformed.js";
import { forAllValuesVacuous } from "./causes/forallvalues-vacuous.js";
import { guardrailDeniesIssuer } from "./causes/guardrail-denies-issuer.js";
import { halfDefinedEnv } from "./causes/half-defined-env.js";
import { iamPropagationDelay } from "./causes/iam-propagation-delay.js";
import { identityPolicyGap } from "./causes/identity-policy-gap.js";
import { issuerChanged } from "./causes/issuer-changed.js";
import { jwksStaleOrUnreachable } from "./causes/jwks-stale-or-unreachable.js";
import { oidcProviderMissing } from "./causes/oidc-provider-missing.js";
import { oidcProviderQuota } from "./causes/oidc-provider-quota.js";
import { partitionAudienceEndpoint } from "./causes/partition-audience-endpoint.js";
import { podOlderThanAnnotation } from "./causes/pod-older-than-annotation.js";
import { podUsesOtherSa } from "./causes/pod-uses-other-sa.js";
import { providerAudienceMismatch } from "./causes/provider-audience-mismatch.js";
import { resourceSideDeny } from "./causes/resource-side-deny.js";
import { roleArnInvalid } from "./causes/role-arn-invalid.js";
import { roleMissing } from "./causes/role-missing.js";
import { rolePathDropped } from "./causes/role-path-dropped.js";
import { roleRecreated } from "./causes/role-recreated.js";
import { selfHostedIssuerWrong } from "./causes/self-hosted-issuer-wrong.js";
import { staticKeysShadowIrsa } from "./causes/static-keys-shadow-irsa.js";
import { stringEqualsWildcard } from "./causes/stringequals-wildcard.js";
import { thumbprintMismatch } from "./causes/thumbprint-mismatch.js";
import { tokenNotRefreshed } from "./causes/token-not-refreshed.js";
import { tokenTampered } from "./causes/token-tampered.js";
import { trustAudMismatch } from "./causes/trust-aud-mismatch.js";
import { trustExplicitDeny } from "./causes/trust-explicit-deny.js";
import { trustPolicyQuota } from "./causes/trust-policy-quota.js";
import { trustPrincipalOtherAccount } from "./causes/trust-principal-other-account.js";
import { trustSubMismatch } from "./causes/trust-sub-mismatch.js";
import { trustTooWide } from "./causes/trust-too-wide.js";
import { trustWrongActionOrPrincipal } from "./causes/trust-wrong-action-or-principal.js";
import { unsupportedClaim } from "./causes/unsupported-claim.js";
import { webhookAbsentFailOpen } from "./causes/webhook-absent-fail-open.js";

/** All causes; where two could explain a run, the narrower one stands first. */
export const CAUSES: readonly Cause[] = [
  oidcProviderQuota,
  partitionAudienceEndpoint,
  federatedPrincipalMalformed,
  trustPolicyQuota,
  iamPropagationDelay,
  guardrailDeniesIssuer,
  roleArnInvalid,
  crossAccountProviderMissing,
  selfHostedIssuerWrong,
  oidcProviderMissing,
  providerAudienceMismatch,
  jwksStaleOrUnreachable,
  thumbprintMismatch,
  tokenTampered,
  tokenNotRefreshed,
  roleMissing,
  trustExplicitDeny,
  issuerChanged,
  trustPrincipalOtherAccount,
  trustWrongActionOrPrincipal,
  conditionKeyMalformed,
  unsupportedClaim,
  trustAudMismatch,
  stringEqualsWildcard,
  trustSubMismatch,
  clockSkew,
  roleRecreated,
  staticKeysShadowIrsa,
  webhookAbsentFailOpen,
  containerNotCovered,
  halfDefinedEnv,
  podOlderThanAnnotation,
  podUsesOtherSa,
  annotationAbsentOrMisplaced,
  rolePathDropped,
  resourceSideDeny,
  identityPolicyGap,
  trustTooWide,
  forAllValuesVacuous,
];
