/** What a provider is about, in the words of the fact sheet. */
export const PROVIDER_KINDS = [
  "app-config",
  "assume-role",
  "container",
  "env",
  "imds",
  "legacy-file",
  "login",
  "process",
  "profile",
  "sso",
  "static",
  "system-properties",
  "web-identity",
] as const;

/** One of them. */
export type ProviderKind = (typeof PROVIDER_KINDS)[number];
