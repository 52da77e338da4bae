const encoder = new TextEncoder();

/** Whether a text has more than so many bytes in UTF-8; Go counts those. */
export function isLongerThan(text: string, maxBytes: number): boolean {
  return bytesIn(text) > maxBytes;
}

/** The bytes of a text in UTF-8. */
export function bytesIn(text: string): number {
  return encoder.encode(text).length;
}
