/**
 * Session tokens that carry what they stand for: base64 that begins as AWS's regional tokens do, then the simulator's mark and the form's number, and AES-256-GCM
 * over the text, compressed where it is long. Who changes any of it has a token that is none.
 * @see https://www.rfc-editor.org/rfc/rfc5116 for the cipher's nonce and tag
 */
import { TOKEN_PREFIX } from "../session-token.js";
import { deflate, inflate } from "./deflate.js";

/** The number of the form: a token of another one is none. */
const HEADER = latin1(`${TOKEN_PREFIX}irsa-sim\x01`);
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const LENGTH_BYTES = 4;
/** Shorter texts come to a token of an ordinary length as they are, and compressing one takes ten times as long as sealing it. */
const COMPRESSED_FROM_BYTES = 1200;
/** Stands in the length of a compressed text. */
const IS_COMPRESSED = 0x8000_0000;

/** What a token is sealed with. */
export interface SealOptions {
  readonly key: CryptoKey;
  /** 12 bytes that were never used with this key. */
  readonly nonce: Uint8Array<ArrayBuffer>;
  /** The token is padded to at least so many bytes. */
  readonly minimumBytes: number;
}

/** How many bytes of chance a token takes. */
export { NONCE_BYTES };

/** Seals a text into a token. */
export async function sealToken(text: string, { key, nonce, minimumBytes }: SealOptions): Promise<string> {
  const written = new TextEncoder().encode(text);
  const isLong = written.byteLength >= COMPRESSED_FROM_BYTES;
  const packed = isLong ? await deflate(written) : written;
  const ofMinimum = Math.ceil((minimumBytes * 3) / 4) - HEADER.byteLength - NONCE_BYTES - TAG_BYTES;
  const plain = new Uint8Array(Math.max(LENGTH_BYTES + packed.byteLength, ofMinimum));
  new DataView(plain.buffer).setUint32(0, isLong ? packed.byteLength + IS_COMPRESSED : packed.byteLength);
  plain.set(packed, LENGTH_BYTES);
  const sealed = new Uint8Array(await crypto.subtle.encrypt(cipher(nonce), key, plain));
  return btoa(String.fromCharCode(...HEADER, ...nonce, ...sealed));
}

/** What was sealed into a token; `null` for a token that was sealed with another key, was changed, or is none. */
export async function openToken(token: string, key: CryptoKey): Promise<string | null> {
  const bytes = latin1(atob(token));
  const isOurs = bytes.byteLength >= HEADER.byteLength + NONCE_BYTES + TAG_BYTES && HEADER.every((byte, index) => bytes[index] === byte);
  if (!isOurs) return null;
  const nonce = bytes.slice(HEADER.byteLength, HEADER.byteLength + NONCE_BYTES);
  const plain = await decryptOrNull(nonce, key, bytes.slice(HEADER.byteLength + NONCE_BYTES));
  if (plain === null) return null;
  const length = new DataView(plain).getUint32(0);
  const isCompressed = length >= IS_COMPRESSED;
  const packed = new Uint8Array(plain, LENGTH_BYTES, isCompressed ? length - IS_COMPRESSED : length);
  return new TextDecoder().decode(isCompressed ? await inflate(packed) : packed);
}

async function decryptOrNull(nonce: Uint8Array<ArrayBuffer>, key: CryptoKey, sealed: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer | null> {
  try {
    return await crypto.subtle.decrypt(cipher(nonce), key, sealed);
  } catch (error) {
    // The one thing that WebCrypto says of a tag that does not fit.
    if (error instanceof DOMException && error.name === "OperationError") return null;
    throw error;
  }
}

function cipher(iv: Uint8Array<ArrayBuffer>): AesGcmParams {
  return { name: "AES-GCM", iv, additionalData: HEADER };
}

function latin1(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}
