/**
 * An SDK's default credential chain as data: what differs from SDK to SDK stands here, what is common stands in the machinery.
 * @see sdk-credential-chains.md, section 9
 */
import type { JsonObject } from "@irsa-sim/core";
import type { Provider } from "../providers/provider.js";
import type { CachePolicy } from "../refresh/decide-refresh.js";
import type { RetryPolicy } from "../retry/decide-retry.js";
import type { StsPlace } from "../sts/decide-sts-endpoint.js";
import type { SdkTexts } from "./sdk-texts.js";

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

/** One link of a chain. */
export interface ChainLink {
  /** As the SDK calls it. */
  readonly name: string;
  readonly kind: ProviderKind;
  /** What a failure inside a matching provider does, unless the provider says that it is final. */
  readonly onError: "continue" | "fail";
  readonly ask: Provider;
}

/** One SDK. */
export interface SdkChain {
  readonly links: readonly ChainLink[];
  /** What takes links out of the SDK's default chain, as notes by name; for the trace, at each search. */
  readonly departures?: Readonly<Record<string, JsonObject>>;
  /** The first release that is documented to have web identity in its default chain; absent where none is (sdk-credential-chains.md, section 2.4). */
  readonly webIdentitySince?: string;
  /** When STS is called: while the chain is walked, in the provider's constructor, or only by the provider that was already chosen. */
  readonly stsCallPhase: "walk" | "construct" | "firstUse";
  readonly sharedConfig: SharedConfigRules;
  /** Refresh asks only the provider that won, walks the chain again, or does the first and, when that gives nothing, the second. */
  readonly onRefresh: "winner" | "chain" | "winner-then-chain";
  readonly cache: CachePolicy;
  readonly retry: RetryPolicy;
  readonly sts: StsPlace;
  readonly sessionName: SessionNameRule;
  /** `DurationSeconds` as sent; absent when the parameter is not sent. */
  readonly durationSeconds?: number;
  readonly tokenFile: TokenFileRule;
  /** Whether the SDK's HTTP client takes `HTTPS_PROXY` and `NO_PROXY` by itself; absent where it wants a proxy in code, or nobody has looked. */
  readonly readsProxyVariables?: true;
  readonly texts: SdkTexts;
}

/** How the shared files take part. */
export interface SharedConfigRules {
  /** Whether the config file is read by itself, or only when `AWS_SDK_LOAD_CONFIG` is set. */
  readonly configFile: "always" | "with-load-config";
  /** The text with which a client fails before the chain when the named profile does not exist; absent when the chain goes on. */
  readonly missingProfile?: (name: string) => string;
  /** Whether a profile that is named in code leaves only the links of kind `profile`. */
  readonly profileInCodeBypassesChain?: boolean;
}

/** How `RoleSessionName` is made when neither `AWS_ROLE_SESSION_NAME` nor a profile says. */
export interface SessionNameRule {
  readonly make: (source: { readonly nowMs: number; readonly uuid: () => string }) => string;
  /** `call`: anew for each exchange; the others once, for the lifetime of the provider or process; `constant`: always the same text. */
  readonly scope: "call" | "provider" | "process" | "constant";
  /** For a profile's plain AssumeRole; the same rule when absent. */
  readonly assumeRole?: (nowMs: number) => string;
  /** For a profile's web identity, by the time at which the client was created; the same rule when absent. */
  readonly profileWebIdentity?: (createdMs: number) => string;
}

/** How the token file is read; it is read anew for each call of STS. */
export interface TokenFileRule {
  /** What of the file goes on the wire. */
  readonly content: "all" | "first-line";
  /** What is worth another read; an empty file that is not named here is sent as it is. */
  readonly retriesOn?: "unreadable" | "empty";
  /** Reads in all before the SDK gives up. */
  readonly reads: number;
  /** Milliseconds after the read `attempt`, counted from 1. */
  readonly pauseMs: (attempt: number) => number;
}

/** Read once, as it is. */
export const READ_ONCE: TokenFileRule = { content: "all", reads: 1, pauseMs: () => 0 };
