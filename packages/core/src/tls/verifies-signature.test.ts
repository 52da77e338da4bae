import forge from "node-forge";
import { beforeAll, expect, test } from "vitest";
import { generateRsaKey } from "./generate-key.js";
import { verifiesSignature } from "./verifies-signature.js";

let key: forge.pki.rsa.PrivateKey;
let otherKey: forge.pki.rsa.PrivateKey;
beforeAll(async () => {
  [key, otherKey] = (await Promise.all([generateRsaKey(), generateRsaKey()])).map((pem) => forge.pki.privateKeyFromPem(pem)) as [typeof key, typeof key];
});

/** A certificate of `key` that it signed itself, as it is read from PEM; node-forge signs, so that two implementations agree. */
function certify(digest: forge.md.MessageDigest, change: (certificate: forge.pki.Certificate) => void = () => {}): forge.pki.Certificate {
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = forge.pki.setRsaPublicKey(key.n, key.e);
  certificate.setSubject([{ shortName: "CN", value: "root" }]);
  certificate.setIssuer([{ shortName: "CN", value: "root" }]);
  certificate.sign(key, digest);
  change(certificate);
  return forge.pki.certificateFromPem(forge.pki.certificateToPem(certificate));
}

test.each([
  { name: "SHA-1", digest: () => forge.md.sha1.create() },
  { name: "SHA-256", digest: () => forge.md.sha256.create() },
  { name: "SHA-384", digest: () => forge.md.sha384.create() },
  { name: "SHA-512", digest: () => forge.md.sha512.create() },
])("$name is verified", ({ digest }) => {
  const certificate = certify(digest());
  expect(verifiesSignature(certificate, certificate)).toBe(true);
});

/** The same signature with one byte changed. */
const withByte = (signature: string, index: number): string =>
  signature.slice(0, index) + String.fromCharCode(signature.charCodeAt(index) ^ 1) + signature.slice(index + 1);

test.each<{ readonly name: string; readonly change: (certificate: forge.pki.Certificate) => void }>([
  { name: "a signature whose first byte differs", change: (certificate) => void Object.assign(certificate, { signature: withByte(certificate.signature, 0) }) },
  {
    name: "a signature whose last byte differs",
    change: (certificate) => void Object.assign(certificate, { signature: withByte(certificate.signature, 255) }),
  },
  { name: "one that is not less than the modulus", change: (certificate) => void Object.assign(certificate, { signature: "\xff".repeat(256) }) },
  { name: "zero", change: (certificate) => void Object.assign(certificate, { signature: "\0".repeat(256) }) },
  {
    name: "an algorithm that is not known: MD5",
    change: (certificate) => signedAs(certificate, "1.2.840.113549.1.1.4"),
  },
  {
    name: "another algorithm than the one that was used",
    change: (certificate) => signedAs(certificate, "1.2.840.113549.1.1.13"),
  },
  {
    name: "a digest of another certificate",
    change: (certificate) => void Object.assign(certificate, { signature: certify(forge.md.sha256.create(), rename).signature }),
  },
])("$name is refused", ({ change }) => {
  const good = certify(forge.md.sha256.create());
  expect([verifiesSignature(good, good), verifiesSignature(good, certify(forge.md.sha256.create(), change))]).toEqual([true, false]);
});

test("another key did not sign", () => {
  const good = certify(forge.md.sha256.create());
  const other = certify(forge.md.sha256.create(), (certificate) => {
    certificate.publicKey = forge.pki.setRsaPublicKey(otherKey.n, otherKey.e);
    certificate.sign(otherKey, forge.md.sha256.create());
  });
  expect(verifiesSignature(other, good)).toBe(false);
});

function rename(certificate: forge.pki.Certificate): void {
  certificate.setSubject([{ shortName: "CN", value: "other" }]);
  certificate.sign(key, forge.md.sha256.create());
}

/** Says that another algorithm signed. */
function signedAs(certificate: forge.pki.Certificate, signatureOid: string): void {
  Object.assign(certificate, { signatureOid });
  Object.assign(certificate.siginfo, { algorithmOid: signatureOid });
}
