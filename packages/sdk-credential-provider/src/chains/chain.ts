/**
 * An SDK's default credential chain as data: what differs from SDK to SDK stands here, what is common stands in the machinery.
 * @see sdk-credential-chains.md, section 9
 */
import type { WireError } from "../sdk-client.js";

/** What a provider is about; each kind has one implementation in `providers/`. */
export type ProviderKind = "env" | "profile" | "web-identity" | "container" | "imds" | "never";

/** One link of a chain. */
export interface ChainLink {
  /** As the SDK calls it. */
  readonly name: string;
  readonly kind: ProviderKind;
  /** What a failure inside a matching provider does. */
  readonly onError: "continue" | "fail";
  /** Why a provider of kind `never` takes no part in a container on EKS without further settings. */
  readonly skipReason?: string;
}

/** How credentials are kept and replaced. */
export interface CachePolicy {
  /** Remaining life below which a refresh is started while the old ones are still handed out; 0 for none. */
  readonly backgroundSeconds: number;
  /** Remaining life below which the caller waits; 0 means only once expired. */
  readonly blockingSeconds: number;
  /** Who works in the background window: another task, or the caller itself, with errors swallowed. */
  readonly background: "task" | "caller";
}

/** One SDK. */
export interface SdkChain {
  readonly links: readonly ChainLink[];
  /** Whether both variables must be set for web identity, or the token file's path alone is enough to commit to it. */
  readonly webIdentityNeeds: "both" | "token-file";
  /** Whether keys in the environment count while a profile is selected. */
  readonly environmentYieldsToProfile: boolean;
  /** Whether an access key id without its secret is an error. */
  readonly partialKeysFail: boolean;
  /** Refresh asks only the provider that won, or walks the chain again. */
  readonly onRefresh: "winner" | "chain";
  readonly cache: CachePolicy;
  /** Total calls of STS for a code, the first included; 1 for a code that is not named. */
  readonly stsAttempts: Readonly<Record<string, number>>;
  /** Variables that may name the region, the first that is set wins. */
  readonly regionVariables: readonly string[];
  /** Whether the node's metadata is asked for the region when no variable names it. */
  readonly regionFromMetadata: boolean;
  readonly sessionName: SessionNameRule;
  /** The text that reaches the app when the exchange was refused. */
  readonly exchangeError: (roleArn: string, error: WireError) => string;
  /** The text when no provider had anything. */
  readonly nothingFound: string;
}

/** How `RoleSessionName` is made when `AWS_ROLE_SESSION_NAME` does not say. */
export interface SessionNameRule {
  readonly make: (source: { readonly nowMs: number; readonly uuid: () => string }) => string;
  /** `call`: anew for each exchange; `provider`: once. */
  readonly scope: "call" | "provider";
}
