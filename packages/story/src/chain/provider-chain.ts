/** An SDK's walk through its chain of credential providers. */
export interface ProviderChain {
  /** Of the last provider that was asked. */
  readonly seq: number;
  /** Such as `dotnet-v3`; `null` where the report names none. */
  readonly sdk: string | null;
  /** In the chain's order. */
  readonly providers: readonly ChainProvider[];
}

/** One provider, and what became of it. */
export interface ChainProvider {
  /** In the chain, from 1. */
  readonly position: number;
  readonly name: string;
  /** `env`, `web-identity`, `imds` and so on; `null` for one that was not reached. */
  readonly kind: string | null;
  readonly verdict: "skipped" | "used" | "failed" | "not-reached";
  /** Why it was passed over or failed; `null` where there is nothing to say. */
  readonly reason: string | null;
  /** Variables and files that it read. */
  readonly inputs: readonly string[];
}
