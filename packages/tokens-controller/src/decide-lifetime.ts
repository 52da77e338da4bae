/** How long a token lives, as against what was asked for (kubernetes-tokens.md, sections 1.5 and 1.6). */

/** The lifetime of the default API token, which asks for the extension below by its odd length. */
const EXTENDED_REQUEST_SECONDS = 3607;

/** Upstream's lifetime of a token with the extension: a year. */
export const EXTENDED_SECONDS = 31_536_000;

const MIN_MAXIMUM_SECONDS = 3600;
const MAX_MAXIMUM_SECONDS = 2 ** 32;

/** What decides. */
export interface LifetimeInput {
  readonly requestedSeconds: number;
  /** `--service-account-max-token-expiration`; 0 for none. */
  readonly maxSeconds: number;
  /** `--service-account-extend-token-expiration`. */
  readonly extend: boolean;
  /** What `exp` then says. */
  readonly extendedSeconds: number;
  readonly boundToPod: boolean;
  readonly audiences: readonly string[];
  readonly apiAudiences: readonly string[];
}

/** What was decided. */
export interface Lifetime {
  /** What the response says, and clients compute with. */
  readonly effectiveSeconds: number;
  /** What the JWT's `exp` says; longer than the above only for the extension. */
  readonly signedSeconds: number;
  /** The warning header's text when the request was shortened. */
  readonly warning: string | null;
}

/** Decides a token's lifetime. */
export function decideLifetime(input: LifetimeInput): Lifetime {
  const { requestedSeconds, maxSeconds } = input;
  const shortened = maxSeconds > 0 && requestedSeconds > maxSeconds;
  const effectiveSeconds = shortened ? maxSeconds : requestedSeconds;
  return {
    effectiveSeconds,
    signedSeconds: isExtended(input, effectiveSeconds) ? input.extendedSeconds : effectiveSeconds,
    warning: shortened ? `requested expiration of ${requestedSeconds} seconds shortened to ${maxSeconds} seconds` : null,
  };
}

function isExtended({ extend, boundToPod, audiences, apiAudiences }: LifetimeInput, effectiveSeconds: number): boolean {
  return extend && boundToPod && effectiveSeconds === EXTENDED_REQUEST_SECONDS && audiences.every((audience) => apiAudiences.includes(audience));
}

/** Why the API server would not start with this `--service-account-max-token-expiration`; 0 stands for none. */
export function findMaximumProblem(maxSeconds: number): string | null {
  if (maxSeconds === 0 || (maxSeconds >= MIN_MAXIMUM_SECONDS && maxSeconds <= MAX_MAXIMUM_SECONDS)) return null;
  return "the service-account-max-token-expiration must be between 1 hour and 2^32 seconds";
}
