import { CompactSign, exportJWK, generateKeyPair } from "jose";
import { expect, test } from "vitest";
import { checksOf, createTestWorld, SIGNING_KEY, type TestWorld } from "../world.test-support.js";

/** A token of this algorithm, and the key that verifies it. */
async function signedWith(algorithm: "ES256" | "ES384" | "ES512", world: TestWorld) {
  const { privateKey, publicKey } = await generateKeyPair(algorithm, { extractable: true });
  const payload = new TextEncoder().encode(JSON.stringify(world.call.claims));
  const token = await new CompactSign(payload).setProtectedHeader({ alg: algorithm, kid: SIGNING_KEY.kid }).sign(privateKey);
  world.call.alterToken = () => token;
  return { ...(await exportJWK(publicKey)), kid: SIGNING_KEY.kid };
}

test.each(["ES256", "ES384", "ES512"] as const)("%s verifies", async (algorithm) => {
  const world = createTestWorld();
  world.issuer.jwks.keys = [await signedWith(algorithm, world)];
  expect((await world.assumeRole()).status).toBe(200);
});

test.each([
  { name: "a point off its curve", change: { y: "A".repeat(43) } },
  { name: "a coordinate that is too short", change: { x: "AAAA" } },
  { name: "an empty coordinate", change: { x: "" } },
])("$name is no key", async ({ change }) => {
  const world = createTestWorld();
  world.issuer.jwks.keys = [{ ...(await signedWith("ES256", world)), ...change }];
  expect((await world.assumeRole()).status).toBe(400);
  expect(checksOf(world.events).at(-1)).toMatchObject({ check: "sts.verification-key", reason: "key-unusable" });
});

test.each(["crv", "x", "y"])("without %s it is passed over", async (member) => {
  const world = createTestWorld();
  world.issuer.jwks.keys = [{ ...(await signedWith("ES256", world)), [member]: undefined }];
  await world.assumeRole();
  expect(checksOf(world.events).at(-1)).toMatchObject({ reason: "jwks-empty", actual: { value: "an EC key that lacks a member" } });
});
