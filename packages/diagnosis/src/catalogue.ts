import type { Cause } from "./cause.js";
import { annotationAbsentOrMisplaced } from "./causes/annotation-absent-or-misplaced.js";
import { identityPolicyGap } from "./causes/identity-policy-gap.js";
import { oidcProviderMissing } from "./causes/oidc-provider-missing.js";
import { providerAudienceMismatch } from "./causes/provider-audience-mismatch.js";
import { stringEqualsWildcard } from "./causes/stringequals-wildcard.js";
import { tokenNotRefreshed } from "./causes/token-not-refreshed.js";
import { tokenTampered } from "./causes/token-tampered.js";
import { trustSubMismatch } from "./causes/trust-sub-mismatch.js";

/** All causes; where two could explain a run, the narrower one stands first. */
export const CAUSES: readonly Cause[] = [
  stringEqualsWildcard,
  trustSubMismatch,
  oidcProviderMissing,
  providerAudienceMismatch,
  tokenTampered,
  tokenNotRefreshed,
  annotationAbsentOrMisplaced,
  identityPolicyGap,
];
