const PARTS = /^[a-z]+:\/\/[^/?#]*([^?#]*)\??([^#]*)/i;

/** A URL's path as it was sent, without what `URL` does to dots and doubled slashes; decoded. */
export function pathOf(url: string): string {
  const written = PARTS.exec(url)?.[1] || "/";
  try {
    return decodeURIComponent(written);
  } catch (error) {
    if (!(error instanceof URIError)) throw error;
    return written;
  }
}

/** A URL's query as it was sent, without the question mark. */
export function queryOf(url: string): string {
  return PARTS.exec(url)?.[2] ?? "";
}
