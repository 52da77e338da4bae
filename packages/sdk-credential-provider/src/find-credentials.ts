import { extend } from "@irsa-sim/core";
import type { TakeToken } from "./app/take-token.js";
import type { ChainLink, SdkChain } from "./chains/chain.js";
import type { ProviderInput } from "./providers/provider.js";
import type { RefreshReason } from "./refresh/decide-refresh.js";
import type { SdkClientOptions } from "./sdk-client.js";
import { type WalkResult, walkChain } from "./walk-chain.js";

/** One access to the credentials. */
export type Access = Pick<ProviderInput, "environment" | "sharedConfig" | "sts" | "roleSts" | "lookAgain" | "metadata" | "span">;

/** Why credentials are looked for, and who gave them last time. */
export interface Search {
  readonly reason: RefreshReason;
  /** `null` on the first search. */
  readonly winner: ChainLink | null;
}

/** Looks for credentials, in the chain or only with the provider that won. */
export type FindCredentials = (access: Access, search: Search) => Promise<WalkResult>;

/** Creates the search of one process, which may keep its session name. */
export function createFindCredentials(options: SdkClientOptions, chain: SdkChain, takeToken: TakeToken): FindCredentials {
  const sessionName = createSessionNames(options, chain);
  const createdAt = options.clock.now();
  return async (access, { reason, winner }) => {
    const span = access.span.enter("Find credentials", { step: 6, actor: "sdk" });
    span.note("sdk.refresh", { reason });
    for (const [name, attributes] of Object.entries(chain.departures ?? {})) span.note(name, attributes);
    const input = extend(options, { ...access, chain, sessionName, takeToken, createdAt, span });
    if (winner === null || chain.onRefresh === "chain") return walkChain(input, chain.links);
    const found = await walkChain(input, [{ ...winner, onError: chain.onRefresh === "winner" ? "fail" : winner.onError }]);
    return chain.onRefresh === "winner" || "credentials" in found ? found : walkChain(input, chain.links);
  };
}

/** Made by the SDK's rule, anew for each exchange or once. */
function createSessionNames({ clock, random }: SdkClientOptions, { sessionName: rule }: SdkChain): () => string {
  const make = (): string => rule.make({ nowMs: clock.now(), uuid: () => random.uuid() });
  let once: string | null = null;
  return () => {
    if (rule.scope === "call") return make();
    once ??= make();
    return once;
  };
}
