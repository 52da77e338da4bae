/** How long a token lives, as against what was asked for (kubernetes-tokens.md, sections 1.5 and 1.6). */

/** The lifetime of the default API token, which asks for the extension below by its odd length. */
const EXTENDED_REQUEST_SECONDS = 3607;
const EXTENDED_SECONDS = 31_536_000;

/** What decides. */
export interface LifetimeInput {
  readonly requestedSeconds: number;
  /** `--service-account-max-token-expiration`; 0 for none. */
  readonly maxSeconds: number;
  /** `--service-account-extend-token-expiration`. */
  readonly extend: boolean;
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
    signedSeconds: isExtended(input, effectiveSeconds) ? EXTENDED_SECONDS : effectiveSeconds,
    warning: shortened ? `requested expiration of ${requestedSeconds} seconds shortened to ${maxSeconds} seconds` : null,
  };
}

function isExtended({ extend, boundToPod, audiences, apiAudiences }: LifetimeInput, effectiveSeconds: number): boolean {
  return extend && boundToPod && effectiveSeconds === EXTENDED_REQUEST_SECONDS && audiences.every((audience) => apiAudiences.includes(audience));
}
