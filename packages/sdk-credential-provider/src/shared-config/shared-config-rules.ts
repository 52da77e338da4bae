import type { SharedConfig } from "./shared-config.js";

/** How the shared files take part. */
export interface SharedConfigRules {
  /** Whether the config file is read by itself, or only when `AWS_SDK_LOAD_CONFIG` is set. */
  readonly configFile: "always" | "with-load-config";
  /** The text with which a client fails before the chain when the named profile does not exist; absent when the chain goes on. */
  readonly missingProfile?: (name: string) => string;
  /** The text with which a client fails before the chain for an access key id without its secret, or the other way round, in the selected profile; `null` for a profile that is good, absent where the chain goes on. */
  readonly halfKeys?: (sharedConfig: Pick<SharedConfig, "selected" | "profile">) => string | null;
  /** Whether a profile that is named in code leaves only the links of kind `profile`. */
  readonly profileInCodeBypassesChain?: boolean;
}
