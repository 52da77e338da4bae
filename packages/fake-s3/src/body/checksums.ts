/** The checksums that S3 verifies, each in base64 over bytes, big end first (sts-and-iam.md, section 8.3). */
import forge from "node-forge";

/** Their names, as in `x-amz-checksum-…`. */
export const CHECKSUMS = ["crc32", "crc32c", "crc64nvme", "sha1", "sha256"] as const;

/** One of them. */
export type Checksum = (typeof CHECKSUMS)[number];

/** Reflected polynomials. */
const CRC = {
  crc32: { bits: 32, polynomial: 0xedb88320n },
  crc32c: { bits: 32, polynomial: 0x82f63b78n },
  crc64nvme: { bits: 64, polynomial: 0x9a6c9329ac4bc9b5n },
} as const;

/** Computes one, in base64. */
export function checksum(name: Checksum, bytes: Uint8Array): string {
  if (name === "sha1" || name === "sha256") return forge.util.encode64(digest(name, bytes));
  const { bits, polynomial } = CRC[name];
  const value = crc(bytes, bits, polynomial);
  const hex = value.toString(16).padStart(bits / 4, "0");
  return forge.util.encode64(forge.util.hexToBytes(hex));
}

/** MD5: in base64 as `Content-MD5` has it, in hex as an entity tag has it. */
export function md5(bytes: Uint8Array): { readonly base64: string; readonly hex: string } {
  const binary = digest("md5", bytes);
  return { base64: forge.util.encode64(binary), hex: forge.util.bytesToHex(binary) };
}

const SLICE = 8192;

function digest(name: "md5" | "sha1" | "sha256", bytes: Uint8Array): string {
  const hash = forge.md[name].create();
  // In slices: forge takes the bytes as arguments of one call.
  for (let at = 0; at < bytes.length; at += SLICE) hash.update(forge.util.binary.raw.encode(bytes.subarray(at, at + SLICE)));
  return hash.digest().getBytes();
}

function crc(bytes: Uint8Array, bits: number, polynomial: bigint): bigint {
  const mask = (1n << BigInt(bits)) - 1n;
  const table = tableOf(bits, polynomial);
  let value = mask;
  for (const byte of bytes) value = (table[Number((value ^ BigInt(byte)) & 0xffn)] ?? 0n) ^ (value >> 8n);
  return value ^ mask;
}

const tables = new Map<string, readonly bigint[]>();

function tableOf(bits: number, polynomial: bigint): readonly bigint[] {
  const key = `${bits}/${polynomial}`;
  const table =
    tables.get(key) ??
    Array.from({ length: 256 }, (_, index) => {
      let value = BigInt(index);
      for (let bit = 0; bit < 8; bit += 1) value = value & 1n ? (value >> 1n) ^ polynomial : value >> 1n;
      return value;
    });
  tables.set(key, table);
  return table;
}
