import type { PlayedChain } from "./read-chain.js";

/** One SDK's chain, played. */
export interface ChainReport extends PlayedChain {
  /** Such as `go-v2`. */
  readonly sdk: string;
  /** Its release, where one was asked for. */
  readonly sdkVersion: string | null;
  /** The same, with a role that is refused, by STS or by EKS Pod Identity; `null` where neither of them wins. */
  readonly ifRefused: PlayedChain | null;
}

/** What the chains were played with. */
export interface ChainInputs {
  /** Names of the variables that the chain may read, never their values. */
  readonly variables: readonly string[];
  readonly files: readonly string[];
  /** What nobody gave, and is taken to be so. */
  readonly assumed: readonly string[];
}
