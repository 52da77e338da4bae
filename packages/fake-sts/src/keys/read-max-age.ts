/**
 * Reads how long a response may be kept (RFC 9111 section 5.2.2).
 *
 * @returns seconds; 0 for `no-store` and `no-cache`; `null` when the response does not say
 * @example readMaxAge("public, max-age=3600") // => 3600
 */
export function readMaxAge(cacheControl: string | undefined): number | null {
  const directives = (cacheControl ?? "")
    .toLowerCase()
    .split(",")
    .map((directive) => directive.trim());
  if (directives.includes("no-store") || directives.includes("no-cache")) return 0;
  const maxAge = directives.map((directive) => /^max-age="?([0-9]+)"?$/.exec(directive)?.[1]).find((seconds) => seconds !== undefined);
  return maxAge === undefined ? null : Number(maxAge);
}
