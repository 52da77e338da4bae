import { generateRsaKey } from "@irsa-sim/core";
import { exportPKCS8, generateKeyPair } from "jose";
import { describe, expect, test } from "vitest";
import { eksKeyId, kubernetesKeyId } from "./key-id.js";
import { signClaims } from "./sign-claims.js";
import { importSigningKey } from "./signing-key.js";

const RSA = await generateRsaKey();
const createEcKey = async () => exportPKCS8((await generateKeyPair("ES256", { extractable: true })).privateKey);
const headerOf = (token: string): unknown => JSON.parse(atob(token.split(".")[0] as string));

describe("tokens", () => {
  test("equal claims are signed once, and 256 others later once more", async () => {
    const key = await importSigningKey(RSA, eksKeyId);
    const first = signClaims({ a: 1, jti: "0" }, key);
    expect(signClaims({ jti: "0", a: 1 }, key)).toBe(first);
    await Promise.all(Array.from({ length: 255 }, (_, index) => signClaims({ jti: String(index + 1) }, key)));
    expect(signClaims({ a: 1, jti: "0" }, key)).toBe(first);
    await Promise.all(Array.from({ length: 256 }, (_, index) => signClaims({ jti: String(-index - 1) }, key)));
    expect(signClaims({ a: 1, jti: "0" }, key)).not.toBe(first);
    expect(await signClaims({ a: 1, jti: "0" }, key)).toBe(await first);
  });

  test("of an elliptic curve are the same each time, by whichever copy of the key", async () => {
    const key = await importSigningKey(await createEcKey(), kubernetesKeyId);
    expect(await signClaims({ jti: "0" }, { ...key })).toBe(await signClaims({ jti: "0" }, { ...key }));
  });

  test("one key under two names signs under each", async () => {
    const keys = await Promise.all([importSigningKey(RSA, eksKeyId), importSigningKey(RSA, kubernetesKeyId)]);
    const tokens = await Promise.all(keys.map((key) => signClaims({ jti: "both" }, key)));
    expect(tokens.map(headerOf)).toEqual(keys.map(({ kid }) => ({ alg: "RS256", kid })));
    expect(keys[0]?.kid).not.toBe(keys[1]?.kid);
  });
});

test("a key is read once, and 64 others later once more", async () => {
  const read = (pem: string) => importSigningKey(pem, kubernetesKeyId);
  const [pem, ...others] = (await Promise.all(Array.from({ length: 65 }, createEcKey))) as [string, ...string[]];
  const first = read(pem);
  await Promise.all(others.slice(1).map(read));
  expect(read(pem)).toBe(first);
  await Promise.all(others.map(read));
  expect(read(pem)).not.toBe(first);
  expect((await read(pem)).kid).toBe((await first).kid);
});
