import type { SharedFileRules } from "./parse-shared-config.js";
import type { SharedConfig } from "./shared-config.js";

/** What is wrong with a profile. */
export interface ProfileRefusal {
  readonly code: string;
  /** In the SDK's words. */
  readonly message: string;
}

/** How the shared files take part. */
export interface SharedConfigRules {
  readonly names?: SharedFileRules;
  /** Variables whose part the profile's own setting does not take. */
  readonly ignoresSettings?: readonly string[];
  /** Whether the config file is read by itself, or only when `AWS_SDK_LOAD_CONFIG` is set. */
  readonly configFile: "always" | "with-load-config";
  /** Whether `AWS_SHARED_CREDENTIALS_FILE` counts by itself, which is meant when absent, or only when `AWS_SDK_LOAD_CONFIG` is set. */
  readonly credentialsFileVariable?: "with-load-config";
  /** Variables that name the profile, the first that is set counts; `AWS_PROFILE` when absent. */
  readonly profileVariables?: readonly string[];
  /** The text with which a client fails before the chain when the named profile does not exist; absent when the chain goes on. */
  readonly missingProfile?: (name: string) => string;
  /** With what a client fails before the chain because of the selected profile's content; `null` for a profile that is good, absent where the chain goes on. */
  readonly refuses?: (sharedConfig: Pick<SharedConfig, "selected" | "profile">) => ProfileRefusal | null;
  /** Whether a profile that is named in code leaves only the links of kind `profile`. */
  readonly profileInCodeBypassesChain?: boolean;
}
