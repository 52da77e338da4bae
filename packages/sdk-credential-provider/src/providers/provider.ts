/** What every credential provider answers, whichever kind it is. */
import type { EpochMillis, Span } from "@irsa-sim/core";
import type { TakeToken } from "../app/take-token.js";
import type { ChainRules } from "../chains/chain-rules.js";
import type { MetadataSession } from "../imds/metadata-session.js";
import type { LoadError } from "../load-error.js";
import type { SdkClientOptions, SdkCredentials } from "../sdk-client.js";
import type { SharedConfig } from "../shared-config/shared-config.js";
import type { StsEndpoint } from "../sts/decide-sts-endpoint.js";

/** What a provider is asked with. */
export interface ProviderInput extends SdkClientOptions {
  readonly chain: ChainRules;
  readonly sharedConfig: SharedConfig;
  readonly sts: StsEndpoint;
  /** Of a profile's own AssumeRole. */
  readonly roleSts: StsEndpoint;
  /** The node's metadata, as one call of the program asks for it. */
  readonly metadata: MetadataSession;
  /** What a client of STS asks for itself before its first call. */
  readonly lookAgain: (span: Span) => Promise<void>;
  /** The role session name of this exchange. */
  readonly sessionName: () => string;
  /** The token of this exchange. */
  readonly takeToken: TakeToken;
  /** When the client was created. */
  readonly createdAt: EpochMillis;
  readonly span: Span;
}

/** Credentials and what is known of where they came from, or why there are none. */
export type Loaded = { readonly credentials: SdkCredentials; readonly about: CredentialsOrigin } | { readonly error: LoadError };

/** A provider's answer; `chosen` is a match that has not called anybody yet. `inputs` are names, never values. */
export type ProviderAnswer = { readonly inputs: readonly string[] } & (
  | { readonly verdict: "skip"; readonly reason: string }
  | { readonly verdict: "match"; readonly credentials: SdkCredentials; readonly about: CredentialsOrigin }
  | { readonly verdict: "chosen"; readonly load: () => Promise<Loaded> }
  /** `isFinal`: ends the chain whatever the link's rule. */
  | { readonly verdict: "error"; readonly error: LoadError; readonly isFinal?: boolean }
);

/** What is known of where credentials came from. */
export interface CredentialsOrigin {
  readonly roleArn?: string;
  /** Of the node, which tells its name only. */
  readonly roleName?: string;
  readonly sessionName?: string;
  readonly profile?: string;
}

/** Asks one provider. */
export type Provider = (input: ProviderInput) => Promise<ProviderAnswer>;

/** An answer after which nobody needs to be called any more. */
export type SettledAnswer = Exclude<ProviderAnswer, { readonly verdict: "chosen" }>;
