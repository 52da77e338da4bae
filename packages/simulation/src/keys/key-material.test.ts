import { createPrivateKey, createPublicKey, X509Certificate } from "node:crypto";
import { epochMillis, verifyCertificateChain } from "@irsa-sim/core";
import { beforeAll, describe, expect, test } from "vitest";
import { parseWorldDescription } from "../settings/parse-world-description.js";
import { createFreshKeys } from "./create-fresh-keys.js";
import { type KeyMaterial, OWN_ISSUER_HOST } from "./key-material.js";
import { WELL_KNOWN_KEYS } from "./well-known-keys.js";

const NOW = epochMillis(Date.UTC(2026, 0, 5, 9));
const REGION = "eu-west-1";

let fresh: KeyMaterial;
beforeAll(async () => {
  fresh = await createFreshKeys(parseWorldDescription({ cluster: { region: REGION } }), NOW);
});

const MATERIALS = [
  { name: "the well-known keys", material: () => WELL_KNOWN_KEYS },
  { name: "fresh keys", material: () => fresh },
];

type Service = keyof KeyMaterial["certificates"];

const HOSTS: readonly { readonly service: Service; readonly host: string; readonly root: "publicRoot" | "clusterRoot" }[] = [
  { service: "oidc", host: `oidc.eks.${REGION}.amazonaws.com`, root: "publicRoot" },
  { service: "sts", host: `sts.${REGION}.amazonaws.com`, root: "publicRoot" },
  { service: "s3", host: `s3.${REGION}.amazonaws.com`, root: "publicRoot" },
  { service: "s3", host: `my-bucket.s3.${REGION}.amazonaws.com`, root: "publicRoot" },
  { service: "iam", host: "iam.amazonaws.com", root: "publicRoot" },
  { service: "kubernetes", host: "kubernetes.default.svc", root: "clusterRoot" },
  { service: "webhook", host: "pod-identity-webhook.default.svc", root: "clusterRoot" },
];

describe.each(MATERIALS)("$name", ({ material }) => {
  test.each(HOSTS)("$host is trusted by $root alone", ({ service, host, root }) => {
    const { certificates, publicRoot, clusterRoot } = material();
    const peer = { host, chain: certificates[service].chain, at: NOW };
    const trusted = root === "publicRoot" ? publicRoot : clusterRoot;
    const other = root === "publicRoot" ? clusterRoot : publicRoot;
    expect(verifyCertificateChain(peer, [trusted])).toBeNull();
    expect(verifyCertificateChain(peer, [other])?.code).toBe("ERR_TLS_UNTRUSTED");
  });

  test.each(HOSTS)("the key of $host belongs to its certificate, also for OpenSSL", ({ service, host }) => {
    const { chain, privateKey } = material().certificates[service];
    const leaf = new X509Certificate(chain[0] as string);
    expect(leaf.checkPrivateKey(createPrivateKey(privateKey))).toBe(true);
    expect(leaf.checkHost(host)).toBeDefined();
  });

  test("public services send leaf and intermediate, those of the cluster the leaf; nobody sends one of the two roots", () => {
    const { certificates, publicRoot, clusterRoot } = material();
    const lengths = Object.entries(certificates).map(([service, { chain }]) => [service, chain.length]);
    expect(Object.fromEntries(lengths)).toEqual({ oidc: 2, iam: 2, sts: 2, s3: 2, kubernetes: 1, webhook: 1, ownIssuer: 2 });
    const sent = Object.values(certificates).flatMap(({ chain }) => chain);
    expect(sent.filter((pem) => pem === publicRoot || pem === clusterRoot)).toEqual([]);
  });
});

describe.each(MATERIALS)("$name: an operator's own host", ({ material }) => {
  test("is trusted by the last certificate that it sends, and by neither of the other roots", () => {
    const { certificates, publicRoot, clusterRoot } = material();
    const { chain, privateKey } = certificates.ownIssuer;
    const peer = { host: OWN_ISSUER_HOST, chain, at: NOW };
    expect(verifyCertificateChain(peer, chain.slice(-1))).toBeNull();
    expect(verifyCertificateChain(peer, [publicRoot, clusterRoot])?.code).toBe("ERR_TLS_UNTRUSTED");
    expect(new X509Certificate(chain[0] as string).checkPrivateKey(createPrivateKey(privateKey))).toBe(true);
  });
});

describe("when the certificates count", () => {
  test.each([
    { name: "well-known ones from 2000", material: () => WELL_KNOWN_KEYS, at: Date.UTC(2000, 0, 1), code: undefined },
    { name: "well-known ones to 2099", material: () => WELL_KNOWN_KEYS, at: Date.UTC(2099, 11, 31), code: undefined },
    { name: "fresh ones from a day before the start", material: () => fresh, at: NOW - 86_400_000, code: undefined },
    { name: "fresh ones not earlier", material: () => fresh, at: NOW - 86_401_000, code: "ERR_TLS_EXPIRED" },
  ])("$name", ({ material, at, code }) => {
    const { certificates, publicRoot } = material();
    expect(verifyCertificateChain({ host: `sts.${REGION}.amazonaws.com`, chain: certificates.sts.chain, at: epochMillis(at) }, [publicRoot])?.code).toBe(code);
  });
});

test.each(["sts.amazonaws.com", "sts.cn-north-1.amazonaws.com.cn", "sts.us-gov-west-1.amazonaws.com", "sts.mx-central-1.amazonaws.com"])(
  "the well-known keys are also for %s",
  (host) => {
    expect(verifyCertificateChain({ host, chain: WELL_KNOWN_KEYS.certificates.sts.chain, at: NOW }, [WELL_KNOWN_KEYS.publicRoot])).toBeNull();
  },
);

test("fresh keys are few, since each takes its time: one for each purpose that must not share another's", () => {
  const { certificates, publicRoot, clusterRoot, issuerSigningKeys, furtherIssuers, serviceAuthority, companyAuthority } = fresh;
  const roots = [publicRoot, clusterRoot, serviceAuthority.certificate, companyAuthority.certificate];
  const certified = [...roots, ...Object.values(certificates).flatMap(({ chain }) => chain)].map((pem) => new X509Certificate(pem).publicKey);
  const signing = issuerSigningKeys.map((pem) => createPublicKey(createPrivateKey(pem)));
  const distinct = new Set([...certified, ...signing].map((key) => key.export({ format: "jwk" }).n));
  // Authorities, servers, and the issuer.
  expect([distinct.size, furtherIssuers]).toEqual([3, []]);
});

test("fresh keys are for their region, for one that nobody knows too, and are nobody else's", () => {
  const elsewhere = { host: "sts.xx-east-2.amazonaws.com", chain: fresh.certificates.sts.chain, at: NOW };
  expect(verifyCertificateChain(elsewhere, [fresh.publicRoot])?.code).toBe("ERR_TLS_HOST_MISMATCH");
  expect(fresh.issuerSigningKeys).not.toEqual(WELL_KNOWN_KEYS.issuerSigningKeys);
});
