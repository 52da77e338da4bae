import { generateRsaKey, type Json, type JsonObject } from "@irsa-sim/core";
import { compactVerify } from "jose";
import { describe, expect, test } from "vitest";
import { checkSignature } from "./check-signature.js";
import { eksKeyId } from "./key-id.js";
import { createKeyRing } from "./key-ring.js";
import { signClaims } from "./sign-claims.js";
import { importSigningKey } from "./signing-key.js";

const PEM = await generateRsaKey();
const key = await importSigningKey(PEM, eksKeyId);

describe("the payload has its keys in the order of the alphabet, at every level, and lists as they are", () => {
  test.each<{ readonly name: string; readonly claims: JsonObject; readonly payload: string }>([
    { name: "none", claims: {}, payload: "{}" },
    { name: "what Go escapes", claims: { aud: ["a<b>&\u2028\u2029"] }, payload: String.raw`{"aud":["a\u003cb\u003e\u0026\u2028\u2029"]}` },
    { name: "three", claims: { b: 1, c: 2, a: 3 }, payload: '{"a":3,"b":1,"c":2}' },
    { name: "capitals before small letters", claims: { a: 1, B: 2 }, payload: '{"B":2,"a":1}' },
    { name: "below", claims: { x: { b: { d: 1, c: 2 }, a: null } }, payload: '{"x":{"a":null,"b":{"c":2,"d":1}}}' },
    { name: "in a list", claims: { x: ["b", "a", { d: true, c: "t" }, null] as Json }, payload: '{"x":["b","a",{"c":"t","d":true},null]}' },
  ])("$name", async ({ claims, payload }) => {
    const verified = await compactVerify(await signClaims(claims, key), key.publicKey);
    expect(new TextDecoder().decode(verified.payload)).toBe(payload);
  });
});

test("an error that is none of the signature's is not taken for a bad one", async () => {
  const broken = { ...key, publicKey: {} as CryptoKey };
  await expect(checkSignature(await signClaims({}, key), [broken])).rejects.toThrow(TypeError);
});

test("a removed key alone is taken out", async () => {
  const ring = await createKeyRing([PEM], eksKeyId);
  const added = await ring.add(await generateRsaKey());
  ring.remove("none");
  expect(ring.published().map(({ kid }) => kid)).toEqual([key.kid, added]);
  ring.remove(key.kid);
  expect(ring.published().map(({ kid }) => kid)).toEqual([added]);
  expect(ring.signing().kid).toBe(key.kid);
});

test("a key has the public half of its own, and nothing of the private one", async () => {
  const { members } = await importSigningKey(await generateRsaKey(), eksKeyId);
  expect(Object.entries(members)).toEqual([
    ["n", expect.stringMatching(/^[\w-]{342}$/)],
    ["e", "AQAB"],
  ]);
});
