/** A member's name in a JSON pointer (RFC 6901, section 3). */
export function escapeSegment(name: string): string {
  return name.replaceAll("~", "~0").replaceAll("/", "~1");
}
