/** What an `Authorization` header holds. */
export interface BearerToken {
  /** `null` for no bearer token at all, which is no fault. */
  readonly token: string | null;
  /** What the caller is told; `null` for nothing. */
  readonly warning: string | null;
}

const EXTRA_SPACE = "the provided Authorization header contains extra space before the bearer token, and is ignored";

/**
 * Reads the bearer token of a request: what stands between the first blank and the second.
 *
 * @example
 * readBearerToken("bearer abc"); // { token: "abc", warning: null }
 */
export function readBearerToken(header: string): BearerToken {
  const [scheme = "", token = "", ...rest] = header.trim().split(" ");
  if (scheme.toLowerCase() !== "bearer") return { token: null, warning: null };
  if (token === "") return { token: null, warning: rest.length > 0 ? EXTRA_SPACE : null };
  return { token, warning: null };
}
