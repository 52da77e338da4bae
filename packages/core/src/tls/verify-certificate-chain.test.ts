import { beforeAll, describe, expect, test } from "vitest";
import { epochMillis } from "../time/epoch.js";
import { generateRsaKey } from "./generate-key.js";
import { issueCertificate } from "./issue-certificate.js";
import { certificateThumbprint } from "./parse-certificate.js";
import { verifyCertificateChain } from "./verify-certificate-chain.js";

const validity = { notBefore: new Date("2026-01-01T00:00:00Z"), notAfter: new Date("2026-12-31T00:00:00Z") };
const IN_TIME = epochMillis(Date.UTC(2026, 5, 1));

let root: string;
let otherRoot: string;
let intermediate: string;
let leaf: string;
let byOther: string;
let byLeaf: string;
beforeAll(async () => {
  const [rootKey, otherKey, intermediateKey, leafKey] = (await Promise.all([1, 2, 3, 4].map(() => generateRsaKey()))) as [string, string, string, string];
  const certify = (
    commonName: string,
    privateKey: string,
    authority?: { readonly certificate: string; readonly privateKey: string },
    hosts: readonly string[] = [],
  ) => issueCertificate({ commonName, hosts, privateKey, validity, serialNumber: "01" }, authority);
  root = certify("root", rootKey);
  otherRoot = certify("root", otherKey);
  intermediate = certify("intermediate", intermediateKey, { certificate: root, privateKey: rootKey });
  leaf = certify("leaf", leafKey, { certificate: intermediate, privateKey: intermediateKey }, ["sts.test", "*.s3.test"]);
  byLeaf = certify("victim", otherKey, { certificate: leaf, privateKey: leafKey }, ["iam.test"]);
  byOther = certify("leaf", leafKey, { certificate: otherRoot, privateKey: otherKey }, ["sts.test"]);
});

describe("a chain is good when it leads to an anchor, in its time, with the host's name", () => {
  test.each<{
    readonly name: string;
    readonly chain: () => readonly string[];
    readonly anchors?: () => readonly string[];
    readonly host?: string;
    readonly at?: number;
    readonly code: string | null;
  }>([
    { name: "leaf and intermediate", chain: () => [leaf, intermediate], code: null },
    { name: "a wildcard stands for one label", chain: () => [leaf, intermediate], host: "bucket.s3.test", code: null },
    { name: "host names compare without regard to case", chain: () => [leaf, intermediate], host: "STS.test", code: null },
    { name: "the anchor may be the intermediate itself", chain: () => [leaf, intermediate], anchors: () => [intermediate], code: null },
    { name: "a wildcard stands for no two labels", chain: () => [leaf, intermediate], host: "a.b.s3.test", code: "ERR_TLS_HOST_MISMATCH" },
    { name: "another host", chain: () => [leaf, intermediate], host: "iam.test", code: "ERR_TLS_HOST_MISMATCH" },
    { name: "the intermediate was not sent", chain: () => [leaf], code: "ERR_TLS_UNTRUSTED" },
    { name: "a root of the same name with another key", chain: () => [byOther], code: "ERR_TLS_UNTRUSTED" },
    { name: "signed by a certificate that is no authority", chain: () => [byLeaf, leaf, intermediate], host: "iam.test", code: "ERR_TLS_UNTRUSTED" },
    { name: "an anchor that is no authority signs nothing", chain: () => [byLeaf], anchors: () => [leaf], host: "iam.test", code: "ERR_TLS_UNTRUSTED" },
    { name: "no anchors", chain: () => [leaf, intermediate], anchors: () => [], code: "ERR_TLS_UNTRUSTED" },
    { name: "a millisecond before its time", chain: () => [leaf, intermediate], at: validity.notBefore.getTime() - 1, code: "ERR_TLS_EXPIRED" },
    { name: "at its first moment", chain: () => [leaf, intermediate], at: validity.notBefore.getTime(), code: null },
    { name: "at its last moment", chain: () => [leaf, intermediate], at: validity.notAfter.getTime(), code: null },
    { name: "a millisecond after its time", chain: () => [leaf, intermediate], at: validity.notAfter.getTime() + 1, code: "ERR_TLS_EXPIRED" },
    { name: "nothing sent", chain: () => [], code: "ERR_TLS_UNTRUSTED" },
  ])("$name", ({ chain, anchors = () => [root], host = "sts.test", at = IN_TIME, code }) => {
    expect(verifyCertificateChain({ host, chain: chain(), at: epochMillis(at) }, anchors())?.code ?? null).toBe(code);
  });
});

test("the thumbprint is that of the last certificate sent", () => {
  expect(certificateThumbprint([leaf, intermediate])).toMatch(/^[0-9a-f]{40}$/);
  expect(certificateThumbprint([leaf, intermediate])).toBe(certificateThumbprint([intermediate]));
  expect(certificateThumbprint([leaf, intermediate])).not.toBe(certificateThumbprint([leaf]));
});
