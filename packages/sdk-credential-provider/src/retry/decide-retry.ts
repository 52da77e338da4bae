/**
 * Whether a service is called again after a failure, and after which pause.
 * @see sdk-credential-chains.md, section 6; real-clients.md, section 2
 */

/** The modes that `AWS_RETRY_MODE` names. */
export type RetryMode = "legacy" | "standard" | "adaptive";

/** When an SDK calls again. */
export interface RetryPolicy {
  /** The mode without `AWS_RETRY_MODE`. */
  readonly mode: RetryMode;
  /** Calls in all, the first included, by mode; an SDK with one number has no modes that matter here. */
  readonly attempts: Readonly<Partial<Record<RetryMode, number>>>;
  /** Whether capitals in the mode do not matter; they do when absent. */
  readonly modesInAnyCase?: true;
  /** The text with which a client fails for a mode that it does not know; absent where such a mode is passed over. */
  readonly unknownMode?: (mode: string) => string;
  /** The modes in which `AWS_MAX_ATTEMPTS` counts; all when absent. */
  readonly maxAttemptsIn?: readonly RetryMode[];
  /** The text with which a client fails for an `AWS_MAX_ATTEMPTS` that is no number above 0; `null`, or absent, where it is passed over. */
  readonly badMaxAttempts?: (written: string) => string | null;
  /** Whether an `AWS_MAX_ATTEMPTS` of 0 is one call, instead of none that counts. */
  readonly zeroIsOne?: boolean;
  /** Which errors look as if they would pass, where the SDK has a rule of its own. */
  readonly passes?: (failed: Pick<FailedCall, "code" | "status">) => boolean;
  /** Codes on the wire that are worth another call of STS, besides throttling, faults of the server and connections that failed. */
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

/** What every SDK takes for throttling. */
const THROTTLING = [
  ...["BandwidthLimitExceeded", "EC2ThrottledException", "LimitExceededException", "PriorRequestNotComplete", "ProvisionedThroughputExceededException"],
  ...["RequestLimitExceeded", "RequestThrottled", "RequestThrottledException", "SlowDown", "ThrottledException", "Throttling", "ThrottlingException"],
  ...["TooManyRequestsException", "TransactionInProgressException"],
];
const PASSING = ["RequestTimeout", "RequestTimeoutException"];
const FAULTS = [500, 502, 503, 504];

/** Whether an error passes by itself, whichever service sent it: throttling, a fault of the server, a connection that failed. */
export function isPassing({ code, status }: Pick<FailedCall, "code" | "status">): boolean {
  return status === 0 || FAULTS.includes(status) || THROTTLING.includes(code) || PASSING.includes(code);
}

/** The rule of older SDKs: throttling, whatever the server says is its own fault, a connection that failed. */
export function isThrottledOrFault({ code, status }: Pick<FailedCall, "code" | "status">): boolean {
  return status === 0 || status >= 500 || THROTTLING.includes(code);
}

/** Decides after a failed call of STS. */
export function decideRetry(policy: RetryPolicy, environment: Readonly<Record<string, string>>, failed: FailedCall, fraction: number): RetryDecision {
  if (!(policy.passes ?? isPassing)(failed) && !policy.codes.includes(failed.code)) return { act: "give-up", isExhausted: false };
  if (failed.attempt >= findAttempts(policy, environment)) return { act: "give-up", isExhausted: true };
  return { act: "again", pauseMs: policy.pauseMs(failed.attempt, fraction) };
}

/** Calls in all that the environment allows: a mode that the SDK does not know leaves it its own. */
export function findAttempts(policy: RetryPolicy, environment: Readonly<Record<string, string>>): number {
  const { AWS_RETRY_MODE: named = "", AWS_MAX_ATTEMPTS: most = "" } = environment;
  const { mode: own, attempts, maxAttemptsIn, zeroIsOne } = policy;
  const mode = modeOf(named, policy) ?? own;
  if ((maxAttemptsIn === undefined || maxAttemptsIn.includes(mode)) && isCount(most)) return Number(most);
  if (zeroIsOne && most !== "" && Number(most) === 0) return 1;
  return attempts[mode] ?? 1;
}

/** What is wrong with the settings. */
export interface RetryRefusal {
  readonly code: "InvalidRetryMode" | "InvalidMaxAttempts";
  readonly message: string;
}

/** With what a client fails before its first call because of how often it was told to call; `null` when there is nothing to say. */
export function refuseRetrySettings(policy: RetryPolicy, environment: Readonly<Record<string, string>>): RetryRefusal | null {
  const { AWS_RETRY_MODE: named = "", AWS_MAX_ATTEMPTS: most = "" } = environment;
  const { unknownMode, badMaxAttempts } = policy;
  if (unknownMode !== undefined && named !== "" && modeOf(named, policy) === null) return { code: "InvalidRetryMode", message: unknownMode(named) };
  const message = most === "" || isCount(most) ? null : (badMaxAttempts?.(most) ?? null);
  return message === null ? null : { code: "InvalidMaxAttempts", message };
}

function modeOf(written: string, { attempts, modesInAnyCase }: RetryPolicy): RetryMode | null {
  const named = modesInAnyCase ? written.toLowerCase() : written;
  return (named === "legacy" || named === "standard" || named === "adaptive") && attempts[named] !== undefined ? named : null;
}

function isCount(written: string): boolean {
  return /^\d+$/.test(written) && Number(written) > 0;
}

/** Pauses that double, each a random part of its bound: `baseMs`, twice that, and so on. */
export function jitteredBackoff(baseMs: number): RetryPolicy["pauseMs"] {
  return (attempt, fraction) => Math.round(fraction * baseMs * 2 ** (attempt - 1));
}

/** Pauses that grow by `factor` from `baseMs`, without chance. */
export function steadyBackoff(baseMs: number, factor: number): RetryPolicy["pauseMs"] {
  return (attempt) => Math.round(baseMs * factor ** (attempt - 1));
}
