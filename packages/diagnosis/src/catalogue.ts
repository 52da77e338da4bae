import type { Cause } from "./cause.js";
import { annotationAbsentOrMisplaced } from "./causes/annotation-absent-or-misplaced.js";
import { annotationOptionIgnored } from "./causes/annotation-option-ignored.js";
import { annotationStripped } from "./causes/annotation-stripped.js";
import { automountConfusion } from "./causes/automount-confusion.js";
import { clockSkew } from "./causes/clock-skew.js";
import { conditionKeyMalformed } from "./causes/condition-key-malformed.js";
import { containerNotCovered } from "./causes/container-not-covered.js";
import { crossAccountProviderMissing } from "./causes/cross-account-provider-missing.js";
import { ecrPullExpectation } from "./causes/ecr-pull-expectation.js";
import { eksctlNoTasks } from "./causes/eksctl-no-tasks.js";
import { halfDefinedEnv } from "./causes/half-defined-env.js";
import { identityPolicyGap } from "./causes/identity-policy-gap.js";
import { issuerChanged } from "./causes/issuer-changed.js";
import { jwksStaleOrUnreachable } from "./causes/jwks-stale-or-unreachable.js";
import { nonrootTokenUnreadable } from "./causes/nonroot-token-unreadable.js";
import { oidcProviderMissing } from "./causes/oidc-provider-missing.js";
import { podIdentityAndIrsaMixed } from "./causes/pod-identity-and-irsa-mixed.js";
import { podOlderThanAnnotation } from "./causes/pod-older-than-annotation.js";
import { podUsesOtherSa } from "./causes/pod-uses-other-sa.js";
import { providerAudienceMismatch } from "./causes/provider-audience-mismatch.js";
import { roleArnInvalid } from "./causes/role-arn-invalid.js";
import { roleMissing } from "./causes/role-missing.js";
import { roleRecreated } from "./causes/role-recreated.js";
import { saCacheRace } from "./causes/sa-cache-race.js";
import { staticKeysShadowIrsa } from "./causes/static-keys-shadow-irsa.js";
import { stringEqualsWildcard } from "./causes/stringequals-wildcard.js";
import { tokenNotRefreshed } from "./causes/token-not-refreshed.js";
import { tokenTampered } from "./causes/token-tampered.js";
import { trustAudMismatch } from "./causes/trust-aud-mismatch.js";
import { trustExplicitDeny } from "./causes/trust-explicit-deny.js";
import { trustPrincipalOtherAccount } from "./causes/trust-principal-other-account.js";
import { trustSubMismatch } from "./causes/trust-sub-mismatch.js";
import { trustTooWide } from "./causes/trust-too-wide.js";
import { trustWrongActionOrPrincipal } from "./causes/trust-wrong-action-or-principal.js";
import { unsupportedClaim } from "./causes/unsupported-claim.js";
import { webhookAbsentFailOpen } from "./causes/webhook-absent-fail-open.js";
import { webhookDropsNewFields } from "./causes/webhook-drops-new-fields.js";
import { windowsPath } from "./causes/windows-path.js";

/** All causes; where two could explain a run, the narrower one stands first. */
export const CAUSES: readonly Cause[] = [
  roleArnInvalid,
  crossAccountProviderMissing,
  oidcProviderMissing,
  providerAudienceMismatch,
  jwksStaleOrUnreachable,
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
  automountConfusion,
  ecrPullExpectation,
  nonrootTokenUnreadable,
  windowsPath,
  podIdentityAndIrsaMixed,
  saCacheRace,
  podOlderThanAnnotation,
  annotationStripped,
  podUsesOtherSa,
  eksctlNoTasks,
  annotationAbsentOrMisplaced,
  identityPolicyGap,
  trustTooWide,
  annotationOptionIgnored,
  webhookDropsNewFields,
];
