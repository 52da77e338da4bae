const MAP = 0xa0;
const TEXT = 0x60;
const ONE_BYTE = 24;
const TWO_BYTES = 25;

/** A map of texts in CBOR (RFC 8949, section 3.1); as much as a refusal, or an answer without anything in it, needs. */
export function encodeTextMap(map: Readonly<Record<string, string>>): Uint8Array {
  const entries = Object.entries(map);
  return Uint8Array.from([...head(MAP, entries.length), ...entries.flatMap(([name, value]) => [...text(name), ...text(value)])]);
}

function text(value: string): readonly number[] {
  const bytes = new TextEncoder().encode(value);
  return [...head(TEXT, bytes.length), ...bytes];
}

function head(type: number, length: number): readonly number[] {
  if (length < ONE_BYTE) return [type | length];
  return length < 256 ? [type | ONE_BYTE, length] : [type | TWO_BYTES, length >> 8, length & 0xff];
}
