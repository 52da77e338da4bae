/** One chunk as it was framed. */
export interface Chunk {
  readonly bytes: Uint8Array;
  /** `chunk-signature`; `null` for an unsigned one. */
  readonly signature: string | null;
}

/** A body in chunks, taken apart. */
export interface AwsChunked {
  /** In order; the last one, of length 0, included. */
  readonly chunks: readonly Chunk[];
  /** Lines behind the last chunk, by lower-case name. */
  readonly trailer: ReadonlyMap<string, string>;
}

/**
 * Takes a body of `Content-Encoding: aws-chunked` apart.
 *
 * @returns `null` when it is cut short or badly framed
 * @see sts-and-iam.md, section 8.3
 */
export function parseAwsChunked(body: Uint8Array): AwsChunked | null {
  const chunks: Chunk[] = [];
  let at = 0;
  for (;;) {
    const line = readLine(body, at);
    if (line === null) return null;
    const [, size, signature = null] = /^([0-9a-fA-F]{1,8})(?:;chunk-signature=([0-9a-f]{64}))?$/.exec(line.text) ?? [];
    if (size === undefined) return null;
    const length = Number.parseInt(size, 16);
    const end = line.next + length;
    chunks.push({ bytes: body.subarray(line.next, end), signature });
    if (length === 0) return { chunks, trailer: parseTrailer(new TextDecoder().decode(body.subarray(line.next))) };
    // Behind a chunk that was cut short nothing stands.
    if (body[end] !== 0x0d || body[end + 1] !== 0x0a) return null;
    at = end + 2;
  }
}

function readLine(body: Uint8Array, at: number): { readonly text: string; readonly next: number } | null {
  const end = body.indexOf(0x0a, at);
  // A chunk's head is short; a longer line is no head.
  if (end < 0 || end - at > 200) return null;
  return { text: new TextDecoder().decode(body.subarray(at, end)).replace(/\r$/, ""), next: end + 1 };
}

function parseTrailer(text: string): ReadonlyMap<string, string> {
  const lines = text.split(/\r?\n/).filter((line) => line.includes(":"));
  return new Map(lines.map((line) => [line.slice(0, line.indexOf(":")).trim().toLowerCase(), line.slice(line.indexOf(":") + 1).trim()]));
}
