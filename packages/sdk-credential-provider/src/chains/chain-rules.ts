import type { MetadataRules } from "../imds/metadata-rules.js";
import type { CachePolicy } from "../refresh/decide-refresh.js";
import type { RetryPolicy } from "../retry/decide-retry.js";
import type { SharedConfigRules } from "../shared-config/shared-config-rules.js";
import type { SessionWishes } from "../sts/session-parameters.js";
import type { TokenFileRule } from "../sts/token-file-rule.js";
import type { SdkTexts } from "./sdk-texts.js";
import type { SessionNameRule } from "./session-name-rule.js";

/** What an SDK does alike in all links of its chain, and all that a provider knows of the chain in which it stands. */
export interface ChainRules {
  /** When STS is called: while the chain is walked, in the provider's constructor, or only by the provider that was already chosen. */
  readonly stsCallPhase: "walk" | "construct" | "firstUse";
  readonly sharedConfig: SharedConfigRules;
  readonly cache: CachePolicy;
  readonly retry: RetryPolicy;
  readonly sessionName: SessionNameRule;
  /** `DurationSeconds` as sent; absent when the parameter is not sent. */
  readonly durationSeconds?: number;
  /** The same for a profile's own AssumeRole, when the profile does not say. */
  readonly assumeRoleSeconds?: number;
  /** What limits the session beside the role; no SDK's default chain sends any. */
  readonly sessionPolicies?: Pick<SessionWishes, "policy" | "policyArns">;
  readonly tokenFile: TokenFileRule;
  readonly metadata: MetadataRules;
  readonly texts: SdkTexts;
}
