import forge from "node-forge";
import { beforeAll, expect, test } from "vitest";
import { NetworkError } from "../network/network-error.js";
import { epochMillis } from "../time/epoch.js";
import { VirtualClock } from "../time/virtual-clock.js";
import { createTrace } from "../trace/create-trace.js";
import { generateRsaKey } from "./generate-key.js";
import { certificateThumbprint } from "./parse-certificate.js";
import { summarizePeer } from "./summarize-peer.js";
import { trustAnchors } from "./trust-anchors.js";
import { verifyCertificateChain } from "./verify-certificate-chain.js";

const CA = { name: "basicConstraints", critical: true, cA: true };
const SIGNS = { name: "keyUsage", critical: true, keyCertSign: true };
const AT = epochMillis(Date.UTC(2026, 5, 1));

let rootKey: forge.pki.rsa.PrivateKey;
let issuerKey: forge.pki.rsa.PrivateKey;
let otherKey: forge.pki.rsa.PrivateKey;
let good: { readonly root: string; readonly issuer: string; readonly leaf: string };
beforeAll(async () => {
  const pems = (await Promise.all([generateRsaKey(), generateRsaKey(), generateRsaKey()])) as [string, string, string];
  [rootKey, issuerKey, otherKey] = pems.map((pem) => forge.pki.privateKeyFromPem(pem)) as [typeof rootKey, typeof rootKey, typeof rootKey];
  good = { root: rootOf(), issuer: issuerOf(), leaf: leafOf() };
});

interface Parts {
  readonly subject: string;
  readonly issuer: string;
  readonly key: forge.pki.rsa.PrivateKey;
  readonly signer: forge.pki.rsa.PrivateKey;
  readonly extensions: readonly object[];
  /** The year in which it counts. */
  readonly year?: number;
}

function certify({ subject, issuer, key, signer, extensions, year = 2026 }: Parts): string {
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = forge.pki.setRsaPublicKey(key.n, key.e);
  certificate.validity = { notBefore: new Date(Date.UTC(year, 0, 1)), notAfter: new Date(Date.UTC(year, 11, 31)) };
  certificate.setSubject([{ shortName: "CN", value: subject }]);
  certificate.setIssuer([{ shortName: "CN", value: issuer }]);
  certificate.setExtensions([...extensions]);
  certificate.sign(signer, forge.md.sha256.create());
  return forge.pki.certificateToPem(certificate);
}

const rootOf = (parts: Partial<Parts> = {}): string =>
  certify({ subject: "root", issuer: "root", key: rootKey, signer: rootKey, extensions: [CA, SIGNS], ...parts });
const issuerOf = (parts: Partial<Parts> = {}): string =>
  certify({ subject: "issuer", issuer: "root", key: issuerKey, signer: rootKey, extensions: [CA, SIGNS], ...parts });
const leafOf = (parts: Partial<Parts> = {}): string => {
  const extensions = [{ name: "subjectAltName", altNames: [{ type: 2, value: "sts.test" }] }];
  return certify({ subject: "leaf", issuer: "issuer", key: otherKey, signer: issuerKey, extensions, ...parts });
};

const UNTRUSTED = "ERR_TLS_UNTRUSTED unable to get the issuer certificate of CN=leaf: no trusted root signed it";
const NOT_CERTIFIED = "ERR_TLS_UNTRUSTED unable to get the issuer certificate of CN=issuer: no trusted root signed it";

test.each<{
  readonly name: string;
  readonly issuer?: () => string;
  readonly leaf?: () => string;
  readonly root?: () => string;
  readonly host?: string;
  readonly problem: string | null;
}>([
  { name: "an authority", problem: null },
  { name: "an authority that says nothing of how its key is used", issuer: () => issuerOf({ extensions: [CA] }), problem: null },
  {
    name: "an authority whose key is for something else",
    issuer: () => issuerOf({ extensions: [CA, { name: "keyUsage", critical: true, digitalSignature: true }] }),
    problem: UNTRUSTED,
  },
  {
    name: "one that may sign and is no authority",
    issuer: () => issuerOf({ extensions: [{ name: "basicConstraints", cA: false }, SIGNS] }),
    problem: UNTRUSTED,
  },
  { name: "one without constraints", issuer: () => issuerOf({ extensions: [SIGNS] }), problem: UNTRUSTED },
  { name: "one of another name", leaf: () => leafOf({ issuer: "somebody" }), problem: UNTRUSTED },
  { name: "one of the same name with another key", leaf: () => leafOf({ signer: rootKey }), problem: UNTRUSTED },
  { name: "an issuer that no root signed", issuer: () => issuerOf({ signer: otherKey }), problem: NOT_CERTIFIED },
  { name: "a root that may not sign", root: () => rootOf({ extensions: [{ name: "basicConstraints", cA: false }] }), problem: NOT_CERTIFIED },
  {
    name: "an issuer past its time",
    issuer: () => issuerOf({ year: 2025 }),
    problem: "ERR_TLS_EXPIRED certificate of CN=issuer is valid from 2025-01-01T00:00:00.000Z to 2025-12-31T00:00:00.000Z; it is 2026-06-01T00:00:00Z",
  },
  { name: "a root past its time that is not sent, since the anchor's own time is nobody's business", root: () => rootOf({ year: 2025 }), problem: null },
  { name: "a host of another name", host: "iam.test", problem: "ERR_TLS_HOST_MISMATCH certificate is for sts.test, not for iam.test" },
  {
    name: "an IP address",
    leaf: () => leafOf({ extensions: [{ name: "subjectAltName", altNames: [{ type: 7, ip: "10.0.0.1" }] }] }),
    host: "10.0.0.1",
    problem: null,
  },
  {
    name: "several names",
    leaf: () => leafOf({ extensions: [{ name: "subjectAltName", altNames: ["a.test", "*.B.test"].map((value) => ({ type: 2, value })) }] }),
    host: "x.b.test",
    problem: null,
  },
  {
    name: "no name at all",
    leaf: () => leafOf({ extensions: [] }),
    problem: "ERR_TLS_HOST_MISMATCH certificate is for , not for sts.test",
  },
])("signed by, or for: $name", ({ host = "sts.test", problem, ...made }) => {
  const [leaf, issuer, root] = [made.leaf?.() ?? good.leaf, made.issuer?.() ?? good.issuer, made.root?.() ?? good.root];
  const peer = { host, chain: [leaf, issuer], at: AT };
  const found = verifyCertificateChain(peer, [root]);
  expect(found && `${found.code} ${found.message}`).toBe(problem);
  expect(verifyCertificateChain(peer, [root])).toEqual(found);
});

test("a server that shows nothing is refused, with the policy's own error", () => {
  const { root } = createTrace(new VirtualClock(AT));
  trustAnchors([good.root]).accept({ host: "sts.test", chain: [good.leaf, good.issuer], at: AT }, root);
  expect(() => trustAnchors([good.root]).accept({ host: "sts.test", chain: [], at: AT }, root)).toThrow(
    new NetworkError("ERR_TLS_UNTRUSTED", "the server sent no certificate"),
  );
});

test("the trace keeps the leaf's names and the last one's thumbprint", () => {
  const { root, issuer, leaf } = good;
  expect(summarizePeer({ chain: [leaf, issuer, root], host: "sts.test" })).toMatchObject({
    subject: "CN=leaf",
    issuer: "CN=issuer",
    thumbprint: certificateThumbprint([root]),
  });
});

test("the trace keeps what each certificate says, the leaf first", () => {
  const { root, issuer, leaf } = good;
  const { certificates } = summarizePeer({ chain: [leaf, issuer, root], host: "sts.test" });
  expect(certificates.map(({ subject, issuer: by, hosts }) => [subject, by, hosts])).toEqual([
    ["CN=leaf", "CN=issuer", ["sts.test"]],
    ["CN=issuer", "CN=root", []],
    ["CN=root", "CN=root", []],
  ]);
  expect(certificates.map(({ thumbprint }) => thumbprint)).toEqual([leaf, issuer, root].map((one) => certificateThumbprint([one])));
  for (const { key, serialNumber, notBefore, notAfter } of certificates) {
    expect(key).toBe("RSA 2048");
    expect(serialNumber).toMatch(/^[0-9a-f]+$/);
    expect(Date.parse(notBefore)).toBeLessThan(AT);
    expect(Date.parse(notAfter)).toBeGreaterThan(AT);
  }
});

test("of many names those for the host come first, and six are kept", () => {
  const names = [...Array.from({ length: 9 }, (_, index) => `other-${index}.test`), "*.many.test", "STS.many.test"];
  const leaf = leafOf({ extensions: [{ name: "subjectAltName", altNames: names.map((value) => ({ type: 2, value })) }] });
  const summary = summarizePeer({ chain: [leaf], host: "sts.many.test" }).certificates[0];
  expect(summary?.hosts).toEqual(["*.many.test", "STS.many.test", "other-0.test", "other-1.test", "other-2.test", "other-3.test"]);
  expect(summary?.hostCount).toBe(11);
});

test("of a chain without end ten are kept", () => {
  const { certificates, thumbprint } = summarizePeer({ chain: [...Array.from({ length: 20 }, () => good.leaf), good.root], host: "sts.test" });
  expect(certificates).toHaveLength(10);
  expect(thumbprint).toBe(certificateThumbprint([good.root]));
});

test("handshakes with one chain share its summary; another chain has another", () => {
  const { root, issuer, leaf } = good;
  const chain = [leaf, issuer, root];
  expect(summarizePeer({ chain, host: "sts.test" })).toBe(summarizePeer({ chain, host: "sts.test" }));
  expect(summarizePeer({ chain: [issuer, root], host: "sts.test" })).toMatchObject({ subject: "CN=issuer", thumbprint: certificateThumbprint([root]) });
});

test("no chain has no thumbprint", () => {
  expect(() => certificateThumbprint([])).toThrow("a certificate chain has at least one certificate");
});
