/** Bytes, both ends included. */
export interface ByteRange {
  readonly first: number;
  readonly last: number;
}

/**
 * Reads a `Range` of one part (RFC 9110, section 14.1.2).
 *
 * @param size of the object
 * @returns `null` for a header that is ignored, because it is malformed or asks for several parts
 * @example parseRange("bytes=0-4", 10) // => { first: 0, last: 4 }
 */
export function parseRange(header: string, size: number): ByteRange | "unsatisfiable" | null {
  const [, from, to] = /^bytes=(\d*)-(\d*)$/.exec(header.trim()) ?? [];
  if (from === undefined || to === undefined || (from === "" && to === "")) return null;
  const last = to === "" || from === "" ? size - 1 : Math.min(Number(to), size - 1);
  const first = from === "" ? Math.max(size - Number(to), 0) : Number(from);
  if (from !== "" && to !== "" && Number(to) < Number(from)) return null;
  return first >= size || (from === "" && Number(to) === 0) ? "unsatisfiable" : { first, last };
}
