/** Percent-encodes all but the unreserved characters of RFC 3986 (section 2.3), as SigV4 and IAM's policy documents want it. */
export function percentEncode(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}
