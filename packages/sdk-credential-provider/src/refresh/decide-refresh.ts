/** Whether cached credentials are used, and whether they are replaced (sdk-credential-chains.md, section 6). */
import type { CachePolicy } from "../chains/chain.js";

/** `use`: as they are; `refresh-in-background`: hand them out and get new ones; `refresh-first`: the caller waits. */
export type RefreshDecision = { readonly act: "use" } | { readonly act: "refresh-in-background" | "refresh-first"; readonly reason: RefreshReason };

/** Why credentials are fetched. */
export type RefreshReason = "missing" | "expired" | "in-blocking-window" | "in-background-window";

/**
 * Decides at an access.
 *
 * @param expiresAt milliseconds since the epoch; `undefined` for keys that do not expire, `null` for none yet
 */
export function decideRefresh(expiresAt: number | undefined | null, nowMs: number, { backgroundSeconds, blockingSeconds }: CachePolicy): RefreshDecision {
  if (expiresAt === null) return { act: "refresh-first", reason: "missing" };
  if (expiresAt === undefined) return { act: "use" };
  const remainingMs = expiresAt - nowMs;
  if (remainingMs <= 0) return { act: "refresh-first", reason: "expired" };
  if (remainingMs <= blockingSeconds * 1000) return { act: "refresh-first", reason: "in-blocking-window" };
  return remainingMs <= backgroundSeconds * 1000 ? { act: "refresh-in-background", reason: "in-background-window" } : { act: "use" };
}
