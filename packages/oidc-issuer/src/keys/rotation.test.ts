import { bodyText, createTrace, epochMillis, generateRsaKey, type IssuerUrl, VirtualClock } from "@irsa-sim/core";
import { CompactSign, exportPKCS8, generateKeyPair, importPKCS8 } from "jose";
import { describe, expect, test } from "vitest";
import { createOidcIssuer, type OidcIssuer } from "../index.js";
import { detectAlgorithm } from "./detect-algorithm.js";

const ISSUER = "https://oidc.eks.eu-west-1.amazonaws.com/id/A1B2" as IssuerUrl;
const OLD = await generateRsaKey();
const NEW = await generateRsaKey();
const create = (flavour: "eks" | "kubernetes" = "eks") => createOidcIssuer({ issuer: ISSUER, signingKeys: [OLD], flavour });
const headerOf = (token: string): { readonly alg: string; readonly kid: string } =>
  JSON.parse(atob(token.split(".")[0] as string)) as { alg: string; kid: string };
const publishedBy = async (issuer: OidcIssuer): Promise<readonly string[]> => {
  const request = { method: "GET", url: `${ISSUER}/keys`, headers: {}, body: "" };
  const { keys } = JSON.parse(bodyText(await issuer.handler(request, createTrace(new VirtualClock(epochMillis(0))).root))) as {
    readonly keys: { kid: string }[];
  };
  return keys.map(({ kid }) => kid);
};

describe("rotation of keys", () => {
  test("a new key is published and does not sign; then it signs; the old token verifies until its key is removed", async () => {
    const issuer = await create();
    const [oldKid] = issuer.keyIds as readonly [string];
    const oldToken = await issuer.sign({ sub: "s" });
    const newKid = await issuer.addKey(NEW);
    expect(await publishedBy(issuer)).toEqual([oldKid, newKid]);
    expect(headerOf(await issuer.sign({ sub: "s" })).kid).toBe(oldKid);
    issuer.signWith(newKid);
    const newToken = await issuer.sign({ sub: "s" });
    expect(headerOf(newToken).kid).toBe(newKid);
    expect([await issuer.checkSignature(oldToken), await issuer.checkSignature(newToken)]).toEqual(["verified", "verified"]);
    issuer.removeKey(oldKid);
    expect(await publishedBy(issuer)).toEqual([newKid]);
    expect([await issuer.checkSignature(oldToken), await issuer.checkSignature(newToken)]).toEqual(["no-keys", "verified"]);
  });

  test("a signing key that is not published signs what nobody can verify", async () => {
    const issuer = await create();
    await issuer.addKey(NEW);
    issuer.removeKey(issuer.keyIds[0] as string);
    expect(await issuer.checkSignature(await issuer.sign({ sub: "s" }))).toBe("no-keys");
  });

  test("only a published key can be chosen to sign", async () => {
    const issuer = await create();
    expect(() => issuer.signWith("none")).toThrow("the issuer has no key none");
  });
});

describe("checking a signature", () => {
  const forge = (token: string, header: object): string => [btoa(JSON.stringify(header)).replace(/=+$/, ""), ...token.split(".").slice(1)].join(".");
  test.each<{ readonly name: string; readonly change: (token: string) => string; readonly outcome: string }>([
    { name: "as signed", change: (token) => token, outcome: "verified" },
    { name: "another payload", change: (token) => token.replace(/\.[^.]+\./, `.${btoa('{"sub":"x"}').replace(/=+$/, "")}.`), outcome: "bad-signature" },
    { name: "an unknown kid", change: (token) => forge(token, { alg: "RS256", kid: "other" }), outcome: "no-keys" },
    { name: "no kid: every key is tried, and the changed header does not verify", change: (token) => forge(token, { alg: "RS256" }), outcome: "bad-signature" },
    { name: "no algorithm", change: (token) => forge(token, { ...headerOf(token), alg: "none" }), outcome: "bad-signature" },
  ])("$name: $outcome", async ({ change, outcome }) => {
    const issuer = await create();
    expect(await issuer.checkSignature(change(await issuer.sign({ sub: "s" })))).toBe(outcome);
  });
});

test("without a kid every published key is tried", async () => {
  const issuer = await create();
  await issuer.addKey(NEW);
  const bare = await new CompactSign(new TextEncoder().encode("{}")).setProtectedHeader({ alg: "RS256" }).sign(await importPKCS8(NEW, "RS256"));
  expect(await issuer.checkSignature(bare)).toBe("verified");
  issuer.removeKey(issuer.keyIds[1] as string);
  expect(await issuer.checkSignature(bare)).toBe("bad-signature");
});

describe("the algorithm follows the key", () => {
  test("RSA: RS256", () => {
    expect(detectAlgorithm(OLD)).toBe("RS256");
  });

  test.each(["ES256", "ES384", "ES512"])("the curve of %s", async (algorithm) => {
    const pem = await exportPKCS8((await generateKeyPair(algorithm, { extractable: true })).privateKey);
    expect(detectAlgorithm(pem)).toBe(algorithm);
    const issuer = await createOidcIssuer({ issuer: ISSUER, signingKeys: [pem], flavour: "kubernetes" });
    const token = await issuer.sign({ sub: "s" });
    expect(headerOf(token)).toEqual({ alg: algorithm, kid: issuer.keyIds[0] });
    expect(await issuer.checkSignature(token)).toBe("verified");
  });

  test("another kind of key is refused", async () => {
    const pem = await exportPKCS8((await generateKeyPair("EdDSA", { crv: "Ed25519", extractable: true })).privateKey);
    await expect(createOidcIssuer({ issuer: ISSUER, signingKeys: [pem], flavour: "kubernetes" })).rejects.toThrow(
      "unknown private key curve, must be 256, 384, or 521",
    );
  });
});
