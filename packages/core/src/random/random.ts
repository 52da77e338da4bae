/**
 * Chance, seeded: ids, key ids and jitter of a run follow from its seed. Each actor draws from a stream of its own, so that a
 * new actor changes nobody else's values.
 * Leaves out: cryptographic strength; fresh keys come from WebCrypto instead.
 */
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/** A seeded source of values. */
export interface Random {
  /** A whole number, both ends included. */
  integer(min: number, max: number): number;
  /** A number from 0 (included) to 1 (excluded). */
  fraction(): number;
  /** `length` bytes. */
  bytes(length: number): Uint8Array;
  /** `length` characters of `alphabet`. */
  text(length: number, alphabet: string): string;
  /** A random UUID, version 4 (RFC 9562 section 5.4). */
  uuid(): string;
  /** A stream of its own, set by this stream's seed and `name` only: drawing from one never changes another. */
  stream(name: string): Random;
}

/**
 * Creates a source of values from a seed; the same seed gives the same values.
 *
 * @example createRandom("1").stream("kubelet").integer(0, 9)
 */
export function createRandom(seed: string): Random {
  const generator = xoroshiro128plus(hash32(seed));
  const integer = (min: number, max: number): number => uniformInt(generator, min, max);
  const bytes = (length: number): Uint8Array => Uint8Array.from({ length }, () => integer(0, 255));
  return {
    integer,
    fraction: () => integer(0, 0xffffffff) / 0x1_0000_0000,
    bytes,
    text: (length, alphabet) => Array.from({ length }, () => alphabet[integer(0, alphabet.length - 1)]).join(""),
    uuid: () => formatUuid(bytes(16)),
    stream: (name) => createRandom(`${seed}/${name}`),
  };
}

function formatUuid(bytes: Uint8Array): string {
  bytes[6] = ((bytes[6] as number) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** FNV-1a over the UTF-16 code units: names that differ in one character start generators far apart. */
function hash32(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash | 0;
}
