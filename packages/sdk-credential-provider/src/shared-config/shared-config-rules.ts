/** How the shared files take part. */
export interface SharedConfigRules {
  /** Whether the config file is read by itself, or only when `AWS_SDK_LOAD_CONFIG` is set. */
  readonly configFile: "always" | "with-load-config";
  /** The text with which a client fails before the chain when the named profile does not exist; absent when the chain goes on. */
  readonly missingProfile?: (name: string) => string;
  /** Whether a profile that is named in code leaves only the links of kind `profile`. */
  readonly profileInCodeBypassesChain?: boolean;
}
