import forge from "node-forge";
import { beforeAll, describe, expect, test } from "vitest";
import { generateRsaKey } from "./generate-key.js";
import { type CertificateAuthority, issueCertificate, issueCertificateAsync } from "./issue-certificate.js";

const validity = { notBefore: new Date("2000-01-01T00:00:00Z"), notAfter: new Date("2099-12-31T23:59:59Z") };

let leafKey: string;
let authority: CertificateAuthority;
let root: forge.pki.Certificate;
let leaf: forge.pki.Certificate;
beforeAll(async () => {
  const [rootKey, serverKey] = (await Promise.all([generateRsaKey(), generateRsaKey()])) as [string, string];
  leafKey = serverKey;
  const rootPem = issueCertificate({ commonName: "root", hosts: [], privateKey: rootKey, validity, serialNumber: "01" });
  authority = { certificate: rootPem, privateKey: rootKey };
  const request = { commonName: "S3", hosts: ["s3.test", "*.s3.test"], privateKey: leafKey, validity, serialNumber: "0a" };
  root = forge.pki.certificateFromPem(rootPem);
  leaf = forge.pki.certificateFromPem(issueCertificate(request, authority));
});

describe("what stands in a certificate", () => {
  test.each<{ readonly name: string; readonly of: () => forge.pki.Certificate; readonly extension: string; readonly expected: object }>([
    { name: "a root is an authority", of: () => root, extension: "basicConstraints", expected: { critical: true, cA: true } },
    { name: "a root signs certificates", of: () => root, extension: "keyUsage", expected: { critical: true, keyCertSign: true, digitalSignature: false } },
    { name: "a leaf is no authority", of: () => leaf, extension: "basicConstraints", expected: { critical: true, cA: false } },
    { name: "a leaf signs no certificates", of: () => leaf, extension: "keyUsage", expected: { critical: true, keyCertSign: false, digitalSignature: true } },
    { name: "a leaf is a server's", of: () => leaf, extension: "extKeyUsage", expected: { serverAuth: true } },
    {
      name: "a leaf has its hosts' names",
      of: () => leaf,
      extension: "subjectAltName",
      expected: { altNames: [{ value: "s3.test" }, { value: "*.s3.test" }] },
    },
  ])("$name", ({ of, extension, expected }) => {
    expect(of().getExtension(extension)).toMatchObject(expected);
  });

  test("subject, issuer, serial number and validity are those asked for", () => {
    expect([leaf.subject.getField("CN").value, leaf.issuer.getField("CN").value, leaf.serialNumber]).toEqual(["S3", "root", "0a"]);
    expect(leaf.validity).toEqual(validity);
  });

  test("it is signed by the authority with SHA-256, and carries the public half of the key", () => {
    expect(root.verify(leaf)).toBe(true);
    expect(leaf.signatureOid).toBe(forge.pki.oids.sha256WithRSAEncryption);
    const key = forge.pki.privateKeyFromPem(leafKey) as forge.pki.rsa.PrivateKey;
    expect((leaf.publicKey as forge.pki.rsa.PublicKey).n.equals(key.n)).toBe(true);
  });
});

test("the same request gives the same bytes", () => {
  const request = { commonName: "S3", hosts: ["s3.test"], privateKey: leafKey, validity, serialNumber: "02" };
  expect(issueCertificate(request, authority)).toBe(issueCertificate(request, authority));
});

test.each([
  { name: "a root", hosts: [], signer: () => undefined },
  { name: "a server's", hosts: ["s3.test", "127.0.0.1"], signer: () => authority },
])("$name is the same to the byte, whoever computes the signature", async ({ hosts, signer }) => {
  const request = { commonName: "S3", hosts, privateKey: leafKey, validity, serialNumber: "02" };
  expect(await issueCertificateAsync(request, signer())).toBe(issueCertificate(request, signer()));
});
