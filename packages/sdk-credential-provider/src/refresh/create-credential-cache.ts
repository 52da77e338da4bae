/** Keeps an SDK's credentials and replaces them by the SDK's rules (sdk-credential-chains.md, section 6). */
import { extend } from "@irsa-sim/core";
import type { TakeToken } from "../app/take-token.js";
import type { ChainLink, SdkChain } from "../chains/chain.js";
import { type Access, createFindCredentials } from "../find-credentials.js";
import type { SdkClientOptions, SdkCredentials } from "../sdk-client.js";
import type { CredentialCache, Found } from "./credential-cache.js";
import { decideRefresh, type RefreshReason } from "./decide-refresh.js";

interface Kept {
  readonly credentials: SdkCredentials;
  readonly winner: ChainLink;
  /** How much of the policy's jitter these credentials drew, from 0 to 1. */
  readonly jitter: number;
}

/** Creates an empty cache; one belongs to one client, as it does in the SDKs. */
export function createCredentialCache(options: SdkClientOptions, chain: SdkChain, takeToken: TakeToken): CredentialCache {
  const find = createFindCredentials(options, chain, takeToken);
  const chance = options.random.stream("refresh");
  let current: Kept | null = null;
  let isRefreshing = false;

  const refresh = async (access: Access, reason: RefreshReason): Promise<Found> => {
    const result = await find(access, { reason, winner: current?.winner ?? null });
    if ("error" in result) return result;
    current = "unsigned" in result ? null : extend(result, { jitter: chance.fraction() });
    return { credentials: current?.credentials ?? null };
  };

  /** Errors are swallowed: the old credentials are still good. */
  const refreshQuietly = async (access: Access): Promise<void> => {
    if (isRefreshing) return;
    isRefreshing = true;
    const found = await refresh(access, "in-background-window");
    isRefreshing = false;
    if ("error" in found) access.span.note("sdk.refresh-failed", { message: found.error.message });
  };

  return {
    async get(access) {
      const kept = current;
      const decision = decideRefresh(kept === null ? null : kept.credentials.expiresAt, options.clock.now(), chain.cache, kept?.jitter);
      if (decision.act === "refresh-first") return refresh(access, decision.reason);
      if (decision.act === "refresh-in-background" && chain.cache.background === "caller") await refreshQuietly(access);
      if (decision.act === "refresh-in-background" && chain.cache.background === "task") {
        options.clock.at(options.clock.now(), () => refreshQuietly(access));
        // It has begun before its caller goes on, who does not wait for its end.
        await options.clock.sleep(0);
      }
      return { credentials: current?.credentials ?? null };
    },
  };
}

/** The cache of an SDK whose every call is a process of its own: nothing stays in memory. */
export function createProcessPerCall(options: SdkClientOptions, chain: SdkChain, takeToken: TakeToken): CredentialCache {
  return {
    async get(access) {
      const result = await createFindCredentials(options, chain, takeToken)(access, { reason: "missing", winner: null });
      if ("error" in result) return result;
      return { credentials: "unsigned" in result ? null : result.credentials };
    },
  };
}
