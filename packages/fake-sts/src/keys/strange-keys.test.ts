import type { JsonObject } from "@irsa-sim/core";
import fc from "fast-check";
import { base64url, CompactSign } from "jose";
import { describe, expect, test } from "vitest";
import { checksOf, createTestWorld, element, OTHER_KEY, SIGNING_KEY, type TestWorld } from "../world.test-support.js";

const NO_KEY = "Couldn't retrieve verification key from your identity provider,  please reference AssumeRoleWithWebIdentity documentation for requirements";
const NOT_A_JWT = "The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)";
const KEY = SIGNING_KEY.jwk as JsonObject;
const KID = SIGNING_KEY.kid;
const OTHER = { ...(OTHER_KEY.jwk as JsonObject), kid: KID };

/** A number of so many bits, odd and with a leading zero byte, which does not count. */
function ofBits(bits: number, last = 1): string {
  const bytes = new Uint8Array(Math.ceil(bits / 8) + 1).fill(0xff);
  bytes[0] = 0;
  bytes[1] = 0xff >> ((8 - (bits % 8)) % 8);
  bytes[bytes.length - 1] = last;
  return base64url.encode(bytes);
}

/** `levels` arrays, each in another, as JSON. */
const nested = (levels: number): string => "[".repeat(levels) + "]".repeat(levels);

/** Signs without a private key: under the exponent 1 the signature is the padded hash itself (RFC 8017 section 9.2). */
async function forge(header: JsonObject, claims: JsonObject): Promise<string> {
  const signed = [header, claims].map((part) => base64url.encode(JSON.stringify(part))).join(".");
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(signed)));
  const sha256 = [0x30, 0x31, 0x30, 0x0d, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01, 0x05, 0x00, 0x04, 0x20];
  const padding = new Array<number>(256 - 3 - sha256.length - hash.length).fill(0xff);
  return `${signed}.${base64url.encode(Uint8Array.from([0, 1, ...padding, 0, ...sha256, ...hash]))}`;
}

async function refusalOf(world: TestWorld) {
  const response = await world.assumeRole();
  const failed = checksOf(world.events).find(({ passed }) => !passed);
  return {
    status: response.status,
    code: element(response, "Code"),
    message: element(response, "Message")?.replaceAll("&apos;", "'"),
    check: failed?.check,
    reason: failed?.reason,
    actual: failed?.actual.value,
  };
}

describe("a key that no issuer should publish verifies nothing", () => {
  test.each<{ readonly name: string; readonly keys: readonly unknown[]; readonly reason: string; readonly actual: string }>([
    { name: "exponent 1", keys: [{ ...KEY, e: "AQ" }], reason: "key-unusable", actual: "an RSA key with the exponent 1" },
    { name: "exponent 1 in four bytes", keys: [{ ...KEY, e: "AAAAAQ" }], reason: "key-unusable", actual: "an RSA key with the exponent 1" },
    { name: "exponent 0", keys: [{ ...KEY, e: "AA" }], reason: "key-unusable", actual: "an RSA key with the exponent 0" },
    { name: "exponent 2", keys: [{ ...KEY, e: "Ag" }], reason: "key-unusable", actual: "an RSA key with the exponent 2" },
    { name: "an even exponent", keys: [{ ...KEY, e: "AQAC" }], reason: "key-unusable", actual: "an RSA key with the exponent 65538" },
    { name: "an exponent of 65 bits", keys: [{ ...KEY, e: ofBits(65) }], reason: "key-unusable", actual: "an RSA key with an exponent of 65 bits" },
    { name: "an exponent like a modulus", keys: [{ ...KEY, e: KEY.n }], reason: "key-unusable", actual: "an RSA key with an exponent of 2048 bits" },
    { name: "a modulus of 2047 bits", keys: [{ ...KEY, n: ofBits(2047) }], reason: "key-unusable", actual: "an RSA key of 2047 bits" },
    { name: "a modulus of 8193 bits", keys: [{ ...KEY, n: ofBits(8193) }], reason: "key-unusable", actual: "an RSA key of 8193 bits" },
    { name: "a modulus of a million bits", keys: [{ ...KEY, n: ofBits(1_000_000) }], reason: "key-unusable", actual: "an RSA key of 1000000 bits" },
    { name: "a modulus of zeros", keys: [{ ...KEY, n: "AAAA" }], reason: "key-unusable", actual: "an RSA key of 0 bits" },
    { name: "an even modulus", keys: [{ ...KEY, n: ofBits(2048, 2) }], reason: "key-unusable", actual: "an RSA key with an even modulus" },
    { name: "an empty modulus", keys: [{ ...KEY, n: "" }], reason: "key-unusable", actual: "an RSA key that is not in base64url" },
    { name: "an exponent behind strange characters", keys: [{ ...KEY, e: "!!AQAB" }], reason: "key-unusable", actual: "an RSA key that is not in base64url" },
    { name: "an exponent with padding", keys: [{ ...KEY, e: "AQAB=" }], reason: "key-unusable", actual: "an RSA key that is not in base64url" },
    {
      name: "a modulus of a length that nothing has",
      keys: [{ ...KEY, n: `${KEY.n}AAA` }],
      reason: "key-unusable",
      actual: "an RSA key that is not in base64url",
    },
    { name: "no modulus", keys: [{ ...KEY, n: undefined }], reason: "jwks-empty", actual: "an RSA key that lacks a member" },
    { name: "a kid that is a number", keys: [{ ...KEY, kid: 7 }], reason: "jwks-empty", actual: "kid 7 is no string" },
    { name: "a kid that is null", keys: [{ ...KEY, kid: null }], reason: "jwks-empty", actual: "kid null is no string" },
    { name: "a kid that is a list of the right one", keys: [{ ...KEY, kid: [KID] }], reason: "jwks-empty", actual: `kid ["${KID}"] is no string` },
    { name: "an alg that is no string", keys: [{ ...KEY, alg: true }], reason: "jwks-empty", actual: "alg true is no string" },
    { name: "a use that is no string", keys: [{ ...KEY, use: {} }], reason: "jwks-empty", actual: "use {} is no string" },
    { name: "a symmetric key", keys: [{ kty: "oct", kid: KID, k: "c2VjcmV0" }], reason: "jwks-empty", actual: 'kty "oct"' },
    { name: "Ed25519", keys: [{ kty: "OKP", crv: "Ed25519", kid: KID, x: "AA" }], reason: "jwks-empty", actual: 'kty "OKP"' },
    {
      name: "rsa in small letters, and what is no key",
      keys: [{ ...KEY, kty: "rsa" }, {}, 7, null, []],
      reason: "jwks-empty",
      actual: 'kty "rsa", kty null, no JSON object, no JSON object, no JSON object',
    },
    { name: "two keys under one kid, the right one first", keys: [KEY, OTHER], reason: "kid-ambiguous", actual: `${KID}, ${KID}` },
    { name: "two keys under one kid, the right one last", keys: [OTHER, KEY], reason: "kid-ambiguous", actual: `${KID}, ${KID}` },
    { name: "101 keys", keys: Array.from({ length: 101 }, () => KEY), reason: "too-many-keys", actual: "101" },
  ])("$name", async ({ keys, reason, actual }) => {
    const world = createTestWorld();
    world.issuer.jwks.keys = [...keys];
    expect(await refusalOf(world)).toEqual({ status: 400, code: "InvalidIdentityToken", message: NO_KEY, check: "sts.verification-key", reason, actual });
  });

  test.each<{ readonly name: string; readonly keys: readonly unknown[] }>([
    { name: "100 keys", keys: Array.from({ length: 100 }, () => KEY) },
    { name: "the same key twice", keys: [KEY, KEY] },
    { name: "strange ones beside it", keys: [{ ...KEY, kid: 7 }, { kty: "oct", kid: KID, k: "c2VjcmV0" }, null, KEY] },
    { name: "one of the same kid for another algorithm", keys: [{ ...OTHER, alg: "RS512" }, KEY] },
    { name: "no kid, alg or use", keys: [{ kty: "RSA", n: KEY.n, e: KEY.e, kid: KID }] },
    { name: "members that nobody knows", keys: [{ ...KEY, d: 7, oth: {}, key_ops: "verify" }] },
    { name: "a modulus behind a zero byte", keys: [{ ...KEY, n: base64url.encode(Uint8Array.from([0, ...base64url.decode(KEY.n as string)])) }] },
  ])("and yet it may publish $name", async ({ keys }) => {
    const world = createTestWorld();
    world.issuer.jwks.keys = [...keys];
    expect((await world.assumeRole()).status).toBe(200);
  });

  test("what was passed over is told when the keys are fetched", async () => {
    const world = createTestWorld();
    world.issuer.jwks.keys = [{ ...KEY, kid: 7 }, KEY];
    await world.assumeRole();
    const attributes = { kids: [KID], ttlSeconds: 300, passedOver: ["kid 7 is no string"] };
    expect(world.events).toContainEqual(expect.objectContaining({ name: "sts.jwks-fetched", attributes: expect.objectContaining(attributes) }));
  });

  test("a signature that everybody can make under the exponent 1 is worth nothing", async () => {
    const world = createTestWorld();
    world.issuer.jwks.keys = [{ ...KEY, e: "AQ" }];
    const token = await forge({ alg: "RS256", kid: KID }, world.call.claims);
    world.call.alterToken = () => token;
    expect(await refusalOf(world)).toMatchObject({ status: 400, message: NO_KEY, actual: "an RSA key with the exponent 1" });
  });

  test("whatever stands in a key, STS answers in its own words", async () => {
    const member = fc.oneof(fc.jsonValue({ maxDepth: 1 }), fc.base64String(), fc.constantFrom(KEY.n, KEY.e, KID, "RSA", "EC", "RS256", "ES256", "P-256", "AQ"));
    const key = fc
      .dictionary(fc.constantFrom("kty", "kid", "alg", "use", "n", "e", "crv", "x", "y"), member)
      .map((change) => ({ ...KEY, ...(change as JsonObject) }));
    await fc.assert(
      fc.asyncProperty(fc.array(key, { maxLength: 3 }), async (keys) => {
        const world = createTestWorld();
        world.issuer.jwks.keys = keys;
        const { status, code } = await refusalOf(world);
        expect([200, 400]).toContain(status);
        expect(code).toBe(status === 200 ? null : "InvalidIdentityToken");
      }),
      { numRuns: 100 },
    );
  });
});

describe("a token's own strange members", () => {
  test.each([
    { name: "a kid that is a number", header: '{"alg":"RS256","kid":7}', actual: "7" },
    { name: "a kid that is null", header: '{"alg":"RS256","kid":null}', actual: "null" },
    { name: "a kid nested without end", header: `{"alg":"RS256","kid":${nested(6000)}}`, actual: "a value nested more than 32 levels deep" },
    { name: "an alg nested without end", header: `{"alg":${nested(6000)}}`, actual: "a value nested more than 32 levels deep" },
    { name: "an alg that cannot be a text", header: '{"alg":{"toString":7}}', actual: '{"toString":7}' },
    { name: "no alg", header: "{}", actual: "none" },
    { name: "crit nested without end", header: `{"alg":"RS256","crit":${nested(6000)}}`, actual: "a value nested more than 32 levels deep" },
  ])("$name", async ({ header, actual }) => {
    const world = createTestWorld();
    world.call.alterToken = (token) => [base64url.encode(header), ...token.split(".").slice(1)].join(".");
    expect(await refusalOf(world)).toMatchObject({ status: 400, code: "InvalidIdentityToken", message: NOT_A_JWT, check: "sts.token-structure", actual });
  });

  test.each([
    ...["sub", "aud", "nbf", "https://aws.amazon.com/roles"].map((claim) => ({ claim, message: NOT_A_JWT })),
    { claim: "https://aws.amazon.com/tags", message: "Unable to validate tags" },
  ])("a claim $claim nested without end", async ({ claim, message }) => {
    const world = createTestWorld();
    const payload = JSON.stringify({ ...world.call.claims, [claim]: "CLAIM" }).replace('"CLAIM"', nested(6000));
    const token = await new CompactSign(new TextEncoder().encode(payload))
      .setProtectedHeader({ alg: "RS256", kid: SIGNING_KEY.kid })
      .sign(SIGNING_KEY.privateKey);
    world.call.alterToken = () => token;
    expect(await refusalOf(world)).toMatchObject({ status: 400, message, actual: "a value nested more than 32 levels deep" });
  });
});
