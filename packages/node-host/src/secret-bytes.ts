import { randomBytes } from "node:crypto";

/** So many bytes from the operating system's cryptographic source. */
export function secretBytes(length: number): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(randomBytes(length));
}
