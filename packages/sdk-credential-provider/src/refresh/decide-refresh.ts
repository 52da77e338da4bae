/**
 * Whether cached credentials are used, and whether they are replaced.
 * @see sdk-credential-chains.md, sections 2.5 and 6
 */

/** How credentials are kept and replaced. */
export interface CachePolicy {
  /** Remaining life below which a refresh is started while the old ones are still handed out; 0 for none. */
  readonly backgroundSeconds: number;
  /** Remaining life below which the caller waits; 0 means only once expired. */
  readonly blockingSeconds: number;
  /** Who works in the background window: another task, or the caller itself; errors are swallowed either way. */
  readonly background: "task" | "caller";
  /** Seconds by which the blocking window shrinks at most, drawn anew for each set of credentials; 0 when absent. */
  readonly blockingJitterSeconds?: number;
  /** `disk`: each call is a process of its own, and what they share lies in `~/.aws/cli/cache`; `memory` when absent. */
  readonly scope?: "memory" | "disk";
}

/** `use`: as they are; `refresh-in-background`: hand them out and get new ones; `refresh-first`: the caller waits. */
export type RefreshDecision = { readonly act: "use" } | { readonly act: "refresh-in-background" | "refresh-first"; readonly reason: RefreshReason };

/** Why credentials are fetched. */
export type RefreshReason = "missing" | "expired" | "in-blocking-window" | "in-background-window";

/**
 * Decides at an access.
 *
 * @param expiresAt milliseconds since the epoch; `undefined` for keys that do not expire, `null` for none yet
 * @param jitter from 0 to 1: how much of the policy's jitter these credentials drew
 */
export function decideRefresh(expiresAt: number | undefined | null, nowMs: number, policy: CachePolicy, jitter = 0): RefreshDecision {
  if (expiresAt === null) return { act: "refresh-first", reason: "missing" };
  if (expiresAt === undefined) return { act: "use" };
  const remainingMs = expiresAt - nowMs;
  const blockingMs = (policy.blockingSeconds - jitter * (policy.blockingJitterSeconds ?? 0)) * 1000;
  if (remainingMs <= 0) return { act: "refresh-first", reason: "expired" };
  if (remainingMs <= blockingMs) return { act: "refresh-first", reason: "in-blocking-window" };
  return remainingMs <= policy.backgroundSeconds * 1000 ? { act: "refresh-in-background", reason: "in-background-window" } : { act: "use" };
}
