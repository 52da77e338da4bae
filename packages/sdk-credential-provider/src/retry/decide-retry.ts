/**
 * Whether STS is called again after a failure, and after which pause.
 * @see sdk-credential-chains.md, section 6
 */

/** When an SDK calls STS again. */
export interface RetryPolicy {
  /** The mode without `AWS_RETRY_MODE`. */
  readonly mode: "legacy" | "standard";
  /** Calls in all, the first included, by mode; an SDK with one number has no modes that matter here. */
  readonly attempts: { readonly legacy?: number; readonly standard?: number };
  /** Codes on the wire that are worth another call, besides 5xx and connections that failed. */
  readonly codes: readonly string[];
  /**
   * Milliseconds after the call `attempt`, counted from 1.
   *
   * @param fraction chance, from 0 to 1
   */
  readonly pauseMs: (attempt: number, fraction: number) => number;
}

/** A call that failed; `status` is 0 when no response came. */
export interface FailedCall {
  readonly code: string;
  readonly status: number;
  /** Counted from 1. */
  readonly attempt: number;
}

/** `again`: after `pauseMs`; `give-up`: `isExhausted` when the error itself was worth another call. */
export type RetryDecision = { readonly act: "again"; readonly pauseMs: number } | { readonly act: "give-up"; readonly isExhausted: boolean };

/**
 * Decides after a failed call of STS.
 *
 * @param mode what `AWS_RETRY_MODE` says; anything but `legacy` and `standard` leaves the SDK's own mode
 */
export function decideRetry(policy: RetryPolicy, mode: string | undefined, failed: FailedCall, fraction: number): RetryDecision {
  const isWorthIt = failed.status === 0 || failed.status >= 500 || policy.codes.includes(failed.code);
  if (!isWorthIt) return { act: "give-up", isExhausted: false };
  if (failed.attempt >= findAttempts(policy, mode)) return { act: "give-up", isExhausted: true };
  return { act: "again", pauseMs: policy.pauseMs(failed.attempt, fraction) };
}

function findAttempts({ mode: own, attempts }: RetryPolicy, mode: string | undefined): number {
  const chosen = mode === "legacy" || mode === "standard" ? mode : own;
  return attempts[chosen] ?? attempts[own] ?? 1;
}

/** Pauses that double, each a random part of its bound: `baseMs`, twice that, and so on. */
export function jitteredBackoff(baseMs: number): RetryPolicy["pauseMs"] {
  return (attempt, fraction) => Math.round(fraction * baseMs * 2 ** (attempt - 1));
}

/** Pauses that grow by `factor` from `baseMs`, without chance. */
export function steadyBackoff(baseMs: number, factor: number): RetryPolicy["pauseMs"] {
  return (attempt) => Math.round(baseMs * factor ** (attempt - 1));
}
