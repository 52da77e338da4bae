import { type Arn, certificateThumbprint, createTrace, epochMillis, type Network, VirtualClock } from "@irsa-sim/core";
import { expect, test } from "vitest";
import {
  checksOf,
  createTestWorld,
  fetchesOf,
  ISSUER_HOST,
  OTHER_KEY,
  PRIVATE_AUTHORITY,
  PUBLIC_AUTHORITY,
  SIGNING_KEY,
  type TestWorld,
} from "../world.test-support.js";
import { createVerificationKeys } from "./verification-keys.js";

const BOTH = ["Discovery document", "JWKS"];

test.each([
  { name: "without cache-control: 300 s", cacheControl: null, ttlSeconds: 300 },
  { name: "max-age=60", cacheControl: "public, max-age=60", ttlSeconds: 60 },
  { name: "max-age=3600", cacheControl: "public, max-age=3600", ttlSeconds: 3600 },
  { name: "max-age of a day is cut to an hour", cacheControl: "max-age=86400", ttlSeconds: 3600 },
])("the keys are kept as long as the issuer says: $name", async ({ cacheControl, ttlSeconds }) => {
  const world = createTestWorld();
  world.issuer.cacheControl = cacheControl;
  await assumeRole(world);
  await world.clock.advanceBy(ttlSeconds * 1000 - 1);
  await assumeRole(world);
  expect(fetchesOf(world.events)).toEqual(BOTH);
  await world.clock.advanceBy(1);
  await assumeRole(world);
  expect(fetchesOf(world.events)).toEqual([...BOTH, ...BOTH]);
  expect(outcomes(world)).toEqual(["miss", "hit", "expired"]);
});

test("keys that must not be stored are fetched each time", async () => {
  const world = createTestWorld();
  world.issuer.cacheControl = "no-store";
  await assumeRole(world);
  await assumeRole(world);
  expect(fetchesOf(world.events)).toEqual([...BOTH, ...BOTH]);
});

test("a new key is found by one fetch more", async () => {
  const world = createTestWorld();
  await assumeRole(world);
  rotate(world);
  expect(await assumeRole(world)).toBe(200);
  expect(fetchesOf(world.events)).toEqual([...BOTH, ...BOTH]);
  expect(outcomes(world)).toEqual(["miss", "unknown-kid"]);
});

test("unknown keys cause a fetch every 30 seconds and not more often", async () => {
  const world = createTestWorld();
  await assumeRole(world);
  world.call.header.kid = OTHER_KEY.kid;
  expect(await assumeRole(world)).toBe(400);
  await world.clock.advanceBy(29_999);
  rotate(world);
  expect(await assumeRole(world)).toBe(400);
  expect(fetchesOf(world.events)).toEqual([...BOTH, ...BOTH]);
  await world.clock.advanceBy(1);
  expect(await assumeRole(world)).toBe(200);
  expect(outcomes(world)).toEqual(["miss", "unknown-kid", "unknown-kid-too-soon", "unknown-kid"]);
});

test("a fetch for an unknown key that fails counts too", async () => {
  const world = createTestWorld();
  await assumeRole(world);
  rotate(world);
  world.issuer.status = 503;
  expect(await assumeRole(world)).toBe(400);
  expect(await assumeRole(world)).toBe(400);
  expect(outcomes(world)).toEqual(["miss", "unknown-kid", "unknown-kid-too-soon"]);
});

test("an old key is good until the cache forgets it", async () => {
  const world = createTestWorld();
  await assumeRole(world);
  world.issuer.jwks.keys = [OTHER_KEY.jwk];
  expect(await assumeRole(world)).toBe(200);
  await world.clock.advanceBy(300_000);
  expect(await assumeRole(world)).toBe(400);
});

test("a failed fetch is not remembered, and what is kept serves while the issuer is away", async () => {
  const world = createTestWorld();
  world.issuer.status = 503;
  expect(await assumeRole(world)).toBe(400);
  world.issuer.status = 200;
  expect(await assumeRole(world)).toBe(200);
  world.issuer.status = 503;
  expect(await assumeRole(world)).toBe(200);
});

test("a private CA is trusted by its thumbprint", async () => {
  const world = createTestWorld();
  const certificate = PRIVATE_AUTHORITY.issue(ISSUER_HOST);
  world.showCertificate(certificate);
  world.changeProvider({ thumbprints: [certificateThumbprint(certificate.chain)] });
  expect(await assumeRole(world)).toBe(200);
  expect(checksOf(world.events).find(({ check }) => check === "sts.tls-certificate")?.actual.value).toBe(certificateThumbprint(certificate.chain));
});

test("a public certificate needs no thumbprint", async () => {
  const world = createTestWorld();
  world.changeProvider({ thumbprints: ["0000000000000000000000000000000000000000"] });
  expect(await assumeRole(world)).toBe(200);
});

test("a token without kid is verified by the only key, and by none of two", async () => {
  const world = createTestWorld();
  world.call.header.kid = undefined as never;
  expect(await assumeRole(world)).toBe(200);
  await world.clock.advanceBy(300_000);
  world.issuer.jwks.keys = [SIGNING_KEY.jwk, OTHER_KEY.jwk];
  expect(await assumeRole(world)).toBe(400);
  expect(checksOf(world.events).at(-1)?.reason).toBe("kid-missing");
});

test("keys of providers that nobody asks for any more are forgotten: of one a minute, those of the last hour are kept", async () => {
  const clock = new VirtualClock(epochMillis(Date.UTC(2026, 0, 5, 9)));
  const { chain } = PUBLIC_AUTHORITY.issue(ISSUER_HOST);
  const network: Network = {
    send: async ({ url }, span, { tls }) => {
      tls?.accept({ host: ISSUER_HOST, chain, at: clock.now() }, span);
      const issuer = url.replace(/\/(keys|\.well-known.*)$/, "");
      const lists = { response_types_supported: [], subject_types_supported: [], id_token_signing_alg_values_supported: [] };
      const document = url.endsWith("/keys") ? { keys: [SIGNING_KEY.jwk] } : { issuer, jwks_uri: `${issuer}/keys`, ...lists };
      return { status: 200, headers: { "cache-control": "max-age=3600" }, body: JSON.stringify(document) };
    },
  };
  const keys = createVerificationKeys({ network, clock, publicAnchors: [PUBLIC_AUTHORITY.root] });
  const span = createTrace(clock).root;
  const sizes: number[] = [];
  for (let index = 0; index < 130; index += 1) {
    const url = `${ISSUER_HOST}/id/${index}`;
    const provider = { arn: `arn:aws:iam::111122223333:oidc-provider/${url}` as Arn, url, clientIds: [], thumbprints: [], createdAt: clock.now() };
    expect(await keys.find(provider, { kid: SIGNING_KEY.kid, algorithm: "RS256" }, span)).toHaveProperty("key");
    sizes.push(keys.size);
    await clock.advanceBy(60_000);
  }
  expect([sizes[0], sizes[58], sizes[59], Math.max(...sizes)]).toEqual([1, 59, 60, 60]);
});

function rotate(world: TestWorld): void {
  world.issuer.jwks.keys = [SIGNING_KEY.jwk, OTHER_KEY.jwk];
  world.call.header.kid = OTHER_KEY.kid;
}

async function assumeRole(world: TestWorld): Promise<number> {
  return (await world.assumeRole()).status;
}

function outcomes(world: TestWorld): readonly unknown[] {
  return world.events
    .filter((event) => event.kind === "note" && event.name === "sts.jwks-cache")
    .map((event) => ("attributes" in event ? event.attributes.outcome : null));
}
