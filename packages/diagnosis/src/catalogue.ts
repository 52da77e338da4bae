import type { Cause } from "./cause.js";
import { admissionRefused } from "./causes/admission-refused.js";
import { annotationAbsentOrMisplaced } from "./causes/annotation-absent-or-misplaced.js";
import { annotationOptionIgnored } from "./causes/annotation-option-ignored.js";
import { annotationStripped } from "./causes/annotation-stripped.js";
import { annotationsNotText } from "./causes/annotations-not-text.js";
import { associationMadeLater } from "./causes/association-made-later.js";
import { automountConfusion } from "./causes/automount-confusion.js";
import { bucketInAnotherRegion } from "./causes/bucket-in-another-region.js";
import { bucketMissing } from "./causes/bucket-missing.js";
import { caBundleMissing } from "./causes/ca-bundle-missing.js";
import { chainedRoleCondition } from "./causes/chained-role-condition.js";
import { checkFailed } from "./causes/check-failed.js";
import { clockSkew } from "./causes/clock-skew.js";
import { conditionKeyMalformed } from "./causes/condition-key-malformed.js";
import { conditionsOfTwoIssuersInOneStatement } from "./causes/conditions-of-two-issuers-in-one-statement.js";
import { containerNotCovered } from "./causes/container-not-covered.js";
import { containerNotRunning } from "./causes/container-not-running.js";
import { controllerFightsWebhook } from "./causes/controller-fights-webhook.js";
import { credentialsFilePassedOver } from "./causes/credentials-file-passed-over.js";
import { crossAccountProviderMissing } from "./causes/cross-account-provider-missing.js";
import { dnsBootstrapDeadlock } from "./causes/dns-bootstrap-deadlock.js";
import { durationTooLong } from "./causes/duration-too-long.js";
import { ecrPullExpectation } from "./causes/ecr-pull-expectation.js";
import { egressProxy } from "./causes/egress-proxy.js";
import { eksctlNoTasks } from "./causes/eksctl-no-tasks.js";
import { endpointPolicyGap } from "./causes/endpoint-policy-gap.js";
import { endpointVariableLeftBehind } from "./causes/endpoint-variable-left-behind.js";
import { envWithoutVolume } from "./causes/env-without-volume.js";
import { explicitProviderBypass } from "./causes/explicit-provider-bypass.js";
import { fallbackHidesFailure } from "./causes/fallback-hides-failure.js";
import { fargateNoFallback } from "./causes/fargate-no-fallback.js";
import { federatedPrincipalMalformed } from "./causes/federated-principal-malformed.js";
import { forAllValuesVacuous } from "./causes/forallvalues-vacuous.js";
import { guardrailDeniesCall } from "./causes/guardrail-denies-call.js";
import { guardrailDeniesIssuer } from "./causes/guardrail-denies-issuer.js";
import { halfDefinedEnv } from "./causes/half-defined-env.js";
import { iamPropagationDelay } from "./causes/iam-propagation-delay.js";
import { identityPolicyGap } from "./causes/identity-policy-gap.js";
import { imdsCoupling } from "./causes/imds-coupling.js";
import { issuerChanged } from "./causes/issuer-changed.js";
import { javaChainSwallowsError } from "./causes/java-chain-swallows-error.js";
import { jwksStaleOrUnreachable } from "./causes/jwks-stale-or-unreachable.js";
import { keyNeverInWebIdentityRequests } from "./causes/key-never-in-web-identity-requests.js";
import { kiamKube2iamLeftover } from "./causes/kiam-kube2iam-leftover.js";
import { kubernetesRightsMissing } from "./causes/kubernetes-rights-missing.js";
import { libraryInvertsPrecedence } from "./causes/library-inverts-precedence.js";
import { mountPathTwice } from "./causes/mount-path-twice.js";
import { networkNotReadyAtStart } from "./causes/network-not-ready-at-start.js";
import { noExpiryGrace } from "./causes/no-expiry-grace.js";
import { nonrootTokenUnreadable } from "./causes/nonroot-token-unreadable.js";
import { objectMissing } from "./causes/object-missing.js";
import { oidcProviderMissing } from "./causes/oidc-provider-missing.js";
import { oidcProviderQuota } from "./causes/oidc-provider-quota.js";
import { oneSaOneRole } from "./causes/one-sa-one-role.js";
import { partialKeys } from "./causes/partial-keys.js";
import { partitionAudienceEndpoint } from "./causes/partition-audience-endpoint.js";
import { permissionsBoundaryGap } from "./causes/permissions-boundary-gap.js";
import { podIdentityAndIrsaMixed } from "./causes/pod-identity-and-irsa-mixed.js";
import { podNotAttributable } from "./causes/pod-not-attributable.js";
import { podOlderThanAnnotation } from "./causes/pod-older-than-annotation.js";
import { podUsesOtherSa } from "./causes/pod-uses-other-sa.js";
import { policyNotStored } from "./causes/policy-not-stored.js";
import { policyVariableWithoutValue } from "./causes/policy-variable-without-value.js";
import { profileNotFound } from "./causes/profile-not-found.js";
import { providerAudienceMismatch } from "./causes/provider-audience-mismatch.js";
import { redundantSelfAssume } from "./causes/redundant-self-assume.js";
import { regionMissing } from "./causes/region-missing.js";
import { requestRefused } from "./causes/request-refused.js";
import { resourceSideDeny } from "./causes/resource-side-deny.js";
import { roleArnInvalid } from "./causes/role-arn-invalid.js";
import { roleMissing } from "./causes/role-missing.js";
import { rolePathDropped } from "./causes/role-path-dropped.js";
import { roleRecreated } from "./causes/role-recreated.js";
import { saCacheRace } from "./causes/sa-cache-race.js";
import { sdkGaveUp } from "./causes/sdk-gave-up.js";
import { sdkWithoutWebIdentity } from "./causes/sdk-without-web-identity.js";
import { selfHostedIssuerWrong } from "./causes/self-hosted-issuer-wrong.js";
import { serviceAccountMissing } from "./causes/service-account-missing.js";
import { serviceFault } from "./causes/service-fault.js";
import { serviceUnreachable } from "./causes/service-unreachable.js";
import { sessionCredentialsNotTaken } from "./causes/session-credentials-not-taken.js";
import { sessionNameCondition } from "./causes/session-name-condition.js";
import { sessionNameInvalid } from "./causes/session-name-invalid.js";
import { sessionPolicyGap } from "./causes/session-policy-gap.js";
import { settingNotUnderstood } from "./causes/setting-not-understood.js";
import { staticKeysShadowIrsa } from "./causes/static-keys-shadow-irsa.js";
import { stringEqualsWildcard } from "./causes/stringequals-wildcard.js";
import { stsEndpointRedHerring } from "./causes/sts-endpoint-red-herring.js";
import { stsModuleMissing } from "./causes/sts-module-missing.js";
import { stsThrottled } from "./causes/sts-throttled.js";
import { stsUnreachablePrivate } from "./causes/sts-unreachable-private.js";
import { tagSessionNotAllowed } from "./causes/tag-session-not-allowed.js";
import { thumbprintMismatch } from "./causes/thumbprint-mismatch.js";
import { tlsInspected } from "./causes/tls-inspected.js";
import { tokenFileEmpty } from "./causes/token-file-empty.js";
import { tokenNotRefreshed } from "./causes/token-not-refreshed.js";
import { tokenPathHardCoded } from "./causes/token-path-hard-coded.js";
import { tokenReadOnce } from "./causes/token-read-once.js";
import { tokenSwapRace } from "./causes/token-swap-race.js";
import { tokenTampered } from "./causes/token-tampered.js";
import { trustAudMismatch } from "./causes/trust-aud-mismatch.js";
import { trustConditionNotMet } from "./causes/trust-condition-not-met.js";
import { trustExplicitDeny } from "./causes/trust-explicit-deny.js";
import { trustPolicyQuota } from "./causes/trust-policy-quota.js";
import { trustPrincipalOtherAccount } from "./causes/trust-principal-other-account.js";
import { trustSubMismatch } from "./causes/trust-sub-mismatch.js";
import { trustTooWide } from "./causes/trust-too-wide.js";
import { trustWrongActionOrPrincipal } from "./causes/trust-wrong-action-or-principal.js";
import { unsupportedClaim } from "./causes/unsupported-claim.js";
import { volumeOfTheWebhooksName } from "./causes/volume-of-the-webhooks-name.js";
import { webhookAbsentFailOpen } from "./causes/webhook-absent-fail-open.js";
import { webhookConfigMapEntryLost } from "./causes/webhook-config-map-entry-lost.js";
import { webhookConfigMapUnreadable } from "./causes/webhook-config-map-unreadable.js";
import { webhookDropsNewFields } from "./causes/webhook-drops-new-fields.js";
import { windowsPath } from "./causes/windows-path.js";
import { wrongTokenSent } from "./causes/wrong-token-sent.js";
import { POD_IDENTITY_CAUSES } from "./pod-identity-causes.js";
import { REQUEST_CAUSES } from "./request-causes.js";

/** All causes, in order of the alphabet; which of several counts, they say themselves. */
export const CAUSES: readonly Cause[] = [
  admissionRefused,
  annotationAbsentOrMisplaced,
  annotationOptionIgnored,
  annotationStripped,
  annotationsNotText,
  associationMadeLater,
  webhookConfigMapEntryLost,
  webhookConfigMapUnreadable,
  automountConfusion,
  bucketInAnotherRegion,
  bucketMissing,
  caBundleMissing,
  chainedRoleCondition,
  checkFailed,
  clockSkew,
  conditionKeyMalformed,
  conditionsOfTwoIssuersInOneStatement,
  containerNotCovered,
  containerNotRunning,
  controllerFightsWebhook,
  credentialsFilePassedOver,
  crossAccountProviderMissing,
  dnsBootstrapDeadlock,
  durationTooLong,
  ecrPullExpectation,
  egressProxy,
  eksctlNoTasks,
  endpointPolicyGap,
  endpointVariableLeftBehind,
  envWithoutVolume,
  explicitProviderBypass,
  fallbackHidesFailure,
  fargateNoFallback,
  federatedPrincipalMalformed,
  forAllValuesVacuous,
  guardrailDeniesCall,
  guardrailDeniesIssuer,
  halfDefinedEnv,
  iamPropagationDelay,
  identityPolicyGap,
  imdsCoupling,
  issuerChanged,
  javaChainSwallowsError,
  jwksStaleOrUnreachable,
  keyNeverInWebIdentityRequests,
  kiamKube2iamLeftover,
  kubernetesRightsMissing,
  libraryInvertsPrecedence,
  mountPathTwice,
  networkNotReadyAtStart,
  noExpiryGrace,
  nonrootTokenUnreadable,
  objectMissing,
  oidcProviderMissing,
  oidcProviderQuota,
  oneSaOneRole,
  partialKeys,
  partitionAudienceEndpoint,
  permissionsBoundaryGap,
  podIdentityAndIrsaMixed,
  ...POD_IDENTITY_CAUSES,
  ...REQUEST_CAUSES,
  podNotAttributable,
  podOlderThanAnnotation,
  podUsesOtherSa,
  policyNotStored,
  policyVariableWithoutValue,
  profileNotFound,
  providerAudienceMismatch,
  redundantSelfAssume,
  regionMissing,
  requestRefused,
  resourceSideDeny,
  roleArnInvalid,
  roleMissing,
  rolePathDropped,
  roleRecreated,
  saCacheRace,
  sdkGaveUp,
  sdkWithoutWebIdentity,
  selfHostedIssuerWrong,
  serviceAccountMissing,
  serviceFault,
  serviceUnreachable,
  sessionCredentialsNotTaken,
  sessionNameCondition,
  sessionNameInvalid,
  sessionPolicyGap,
  settingNotUnderstood,
  staticKeysShadowIrsa,
  stringEqualsWildcard,
  stsEndpointRedHerring,
  stsModuleMissing,
  stsThrottled,
  stsUnreachablePrivate,
  tagSessionNotAllowed,
  thumbprintMismatch,
  tlsInspected,
  tokenFileEmpty,
  tokenNotRefreshed,
  tokenPathHardCoded,
  tokenReadOnce,
  tokenSwapRace,
  tokenTampered,
  trustAudMismatch,
  trustConditionNotMet,
  trustExplicitDeny,
  trustPolicyQuota,
  trustPrincipalOtherAccount,
  trustSubMismatch,
  trustTooWide,
  trustWrongActionOrPrincipal,
  unsupportedClaim,
  volumeOfTheWebhooksName,
  webhookAbsentFailOpen,
  webhookDropsNewFields,
  windowsPath,
  wrongTokenSent,
];
