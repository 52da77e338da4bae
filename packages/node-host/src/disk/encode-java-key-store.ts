/**
 * A trust store that every JVM reads: Sun's JKS, version 2, with trusted certificates alone. A JVM takes no PEM for `javax.net.ssl.trustStore`.
 * Leaves out: private keys, and so encryption; what it holds is public, and the password is Java's usual one.
 * @see OpenJDK, sun.security.provider.JavaKeyStore, engineStore
 */
import { createHash } from "node:crypto";

const MAGIC = 0xfeedfeed;
const VERSION = 2;
const TRUSTED_CERTIFICATE = 2;
const PASSWORD = "changeit";
const WHITENER = "Mighty Aphrodite";
const PEM = /-----BEGIN CERTIFICATE-----([^-]+)-----END CERTIFICATE-----/g;

/**
 * Encodes the certificates of a PEM text as a Java key store.
 *
 * @param pem any number of certificates, with anything between them
 * @returns the file's bytes; read with the password `changeit`, or with none
 * @example writeFileSync("trust.jks", encodeJavaKeyStore(readFileSync("ca.pem", "utf8")));
 */
export function encodeJavaKeyStore(pem: string): Uint8Array {
  const certificates = [...pem.matchAll(PEM)].map(([, base64 = ""]) => Buffer.from(base64, "base64"));
  const entries = certificates.flatMap((der, index) => [int(TRUSTED_CERTIFICATE), text(`ca-${index}`), Buffer.alloc(8), text("X.509"), int(der.length), der]);
  const store = Buffer.concat([int(MAGIC), int(VERSION), int(certificates.length), ...entries]);
  const digest = createHash("sha1").update(utf16(PASSWORD)).update(WHITENER).update(store).digest();
  return new Uint8Array(Buffer.concat([store, digest]));
}

function int(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

/** As Java's `writeUTF` does, for ASCII. */
function text(value: string): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(value.length);
  return Buffer.concat([bytes, Buffer.from(value, "ascii")]);
}

/** Big-endian. */
function utf16(value: string): Buffer {
  return Buffer.from(value, "utf16le").swap16();
}
