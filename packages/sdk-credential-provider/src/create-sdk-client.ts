/**
 * An AWS SDK as an app sees it: one service client with the SDK's own default credential chain, cache and refresh.
 * Leaves out: services other than S3's GetObject, retries of the service call, shared config beyond static keys.
 * @see sdk-credential-chains.md, section 9
 */
import type { Span } from "@irsa-sim/core";
import type { ChainLink, SdkChain } from "./chains/chain.js";
import { CHAINS } from "./chains/chains.js";
import { decideRefresh, type RefreshReason } from "./refresh/decide-refresh.js";
import { findRegion } from "./region.js";
import { callS3 } from "./s3/call-s3.js";
import type { SdkClient, SdkClientOptions, SdkCredentials, SdkError } from "./sdk-client.js";
import { walkChain } from "./walk-chain.js";

/** Creates a client that has no credentials yet. */
export function createSdkClient(options: SdkClientOptions): SdkClient {
  const chain: SdkChain = CHAINS[options.sdk];
  const cache = createCredentialCache(options, chain);
  let region: string | null = null;
  return {
    async call(call, span) {
      region ??= await findRegion(options, chain, span);
      const found = await cache.get(region, span);
      if ("error" in found) return { ok: false, error: found.error };
      return callS3(options, { region, call, credentials: found.credentials }, span);
    },
  };
}

/** One access to the credentials. */
interface Access {
  readonly region: string;
  readonly span: Span;
}

type Found = { readonly credentials: SdkCredentials } | { readonly error: SdkError };

function createCredentialCache(options: SdkClientOptions, chain: SdkChain): { get(region: string, span: Span): Promise<Found> } {
  let current: { readonly credentials: SdkCredentials; readonly winner: ChainLink } | null = null;
  let isRefreshing = false;
  const sessionName = createSessionNames(options, chain);

  const refresh = async ({ region, span }: Access, reason: RefreshReason): Promise<SdkError | null> => {
    const work = span.enter("Find credentials", { step: 6, actor: "sdk" });
    work.note("sdk.refresh", { reason });
    const links = current !== null && chain.onRefresh === "winner" ? [current.winner] : chain.links;
    const result = await walkChain({ ...options, chain, region, sessionName, span: work }, links);
    if ("error" in result) return result.error;
    current = result;
    return null;
  };

  /** Errors are swallowed: the old credentials are still good. */
  const refreshQuietly = async (access: Access): Promise<void> => {
    if (isRefreshing) return;
    isRefreshing = true;
    const error = await refresh(access, "in-background-window");
    isRefreshing = false;
    if (error !== null) access.span.note("sdk.refresh-failed", { message: error.message });
  };

  return {
    async get(region, span) {
      const access = { region, span };
      const decision = decideRefresh(current === null ? null : current.credentials.expiresAt, options.clock.now(), chain.cache);
      if (decision.act === "refresh-first") {
        const error = await refresh(access, decision.reason);
        if (error !== null) return { error };
      }
      if (decision.act === "refresh-in-background" && chain.cache.background === "caller") await refreshQuietly(access);
      if (decision.act === "refresh-in-background" && chain.cache.background === "task") options.clock.at(options.clock.now(), () => refreshQuietly(access));
      if (current === null) throw new Error("credentials were found, yet there are none");
      return { credentials: current.credentials };
    },
  };
}

/** `AWS_ROLE_SESSION_NAME` when set; else made by the SDK's rule, anew for each exchange or once. */
function createSessionNames({ environment, clock, random }: SdkClientOptions, { sessionName: rule }: SdkChain): () => string {
  const make = (): string => environment.AWS_ROLE_SESSION_NAME || rule.make({ nowMs: clock.now(), uuid: () => random.uuid() });
  let once: string | null = null;
  return () => {
    if (rule.scope === "call") return make();
    once ??= make();
    return once;
  };
}
