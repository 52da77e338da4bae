import { type Arn, createRandom, VirtualClock } from "@irsa-sim/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createIam } from "../../accounts/create-iam.js";
import { NOW, TEAM_ROLE } from "../role.test-support.js";
import { NO_GRANTS, type SessionGrants } from "../role-session.js";
import { isSessionToken } from "../session-token.js";
import { createSealedSessions } from "./create-sealed-sessions.js";
import { NONCE_BYTES } from "./seal-token.js";

const KEY = Uint8Array.from({ length: 32 }, (_, index) => index);
const PROVIDER_ARN = "arn:aws:iam::111122223333:oidc-provider/oidc.test/id/1" as Arn;

const WEB_IDENTITY = { providerArn: PROVIDER_ARN, providerUrl: "oidc.test/id/1", audience: "sts.amazonaws.com", subject: "system:serviceaccount:default:app" };

/** A keeper of its own, as a replica has one; what differs is what another seed would give. */
function createReplica({ key = KEY, seed = "a" } = {}) {
  const clock = new VirtualClock(NOW);
  const random = createRandom(seed);
  const iam = createIam({ clock, random: createRandom("iam"), accounts: ["111122223333"] });
  const sessions = createSealedSessions({ key, randomBytes: (length) => Uint8Array.from(random.bytes(length)), clock, iam });
  const issue = (grants: SessionGrants = NO_GRANTS, minimumTokenBytes = 0) =>
    Promise.resolve(sessions.issue({ role: TEAM_ROLE, sessionName: "one", durationSeconds: 900, webIdentity: WEB_IDENTITY, grants, minimumTokenBytes }));
  return { clock, iam, sessions, issue };
}

const GRANTS: SessionGrants = {
  policies: [{ source: "session-policy", document: { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "s3:*", Resource: "*" }] } }],
  tags: new Map([["Größe", "XL"]]),
  transitiveTagKeys: ["Größe"],
  sourceIdentity: "me",
};

test("what one replica issued another knows, with the same secret and all that was granted", async () => {
  const session = await createReplica().issue(GRANTS);
  expect(await createReplica({ seed: "b" }).sessions.find(session)).toEqual(session);
  expect(session).toMatchObject({
    issuedAt: NOW,
    expiresAt: NOW + 900_000,
    assumedRoleArn: "arn:aws-cn:sts::111122223333:assumed-role/app/one",
    grants: GRANTS,
  });
});

test("credentials have the form of AWS's, and no two sessions share any of them", async () => {
  const { issue } = createReplica();
  const issued = await Promise.all(Array.from({ length: 50 }, () => issue()));
  for (const { accessKeyId, secretAccessKey, sessionToken } of issued) {
    expect(accessKeyId).toMatch(/^ASIA[A-Z2-7]{16}$/);
    expect(secretAccessKey).toMatch(/^[A-Za-z0-9/+]{40}$/);
    expect(sessionToken).toMatch(/^IQoJb3JpZ2luX2Vj/);
    expect(isSessionToken(sessionToken)).toBe(true);
  }
  for (const part of ["accessKeyId", "secretAccessKey", "sessionToken"] as const) expect(new Set(issued.map((one) => one[part])).size).toBe(50);
});

test("the token tells nobody what it stands for", async () => {
  const { sessionToken } = await createReplica().issue(GRANTS);
  expect(atob(sessionToken)).not.toMatch(/AROAEXAMPLE|payments|s3:/);
});

test("an expired one still says so long after, however many came since", async () => {
  const { clock, sessions, issue } = createReplica();
  const session = await issue();
  for (let n = 0; n < 100; n += 1) await issue();
  await clock.advanceBy(30 * 86_400_000);
  expect(await sessions.find(session)).toMatchObject({ expiresAt: NOW + 900_000 });
});

describe("nobody's session", () => {
  test.each([
    { name: "without its token", change: () => null },
    { name: "with an empty token", change: () => "" },
    { name: "with AWS's beginning and nothing behind it", change: (token: string) => token.slice(0, 16) },
    { name: "cut short", change: (token: string) => token.slice(0, -4) },
  ])("$name", async ({ change }) => {
    const { sessions, issue } = createReplica();
    const { accessKeyId, sessionToken } = await issue();
    expect(await sessions.find({ accessKeyId, sessionToken: change(sessionToken) })).toBeNull();
  });

  test("sealed with another key", async () => {
    const session = await createReplica().issue();
    expect(await createReplica({ key: KEY.map((byte) => byte ^ 1) }).sessions.find(session)).toBeNull();
  });

  test("with any bit changed", async () => {
    const { sessions, issue } = createReplica();
    const { accessKeyId, sessionToken } = await issue();
    const bytes = atob(sessionToken);
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 0, max: 7 }), async (at, bit) => {
        const changed = String.fromCharCode(bytes.charCodeAt(at) ^ (1 << bit));
        const sent = btoa(bytes.slice(0, at) + changed + bytes.slice(at + 1));
        expect(await sessions.find({ accessKeyId, sessionToken: sent })).toBeNull();
      }),
      { numRuns: 200 },
    );
  });
});

test("a user's session is the user's as long as there is the user, also one that it vouches for", async () => {
  const { iam, sessions } = createReplica();
  const users = iam.account("111122223333")?.users;
  const user = users?.get("developer");
  if (user === undefined) throw new Error("no developer");
  const bob = { arn: "arn:aws:sts::111122223333:federated-user/bob" as Arn, id: "111122223333:bob", policies: GRANTS.policies ?? [] };
  const session = await sessions.issueForUser({ user, federatedUser: bob, durationSeconds: 900 });
  expect(await sessions.find(session)).toEqual(session);
  users?.delete("developer");
  expect(await sessions.find(session)).toBeNull();
});

describe("how long a token is", () => {
  test.each([
    { name: "of a plain session", grants: NO_GRANTS, minimum: 0, from: 400, to: 1200 },
    { name: "as long as was asked for at least", grants: NO_GRANTS, minimum: 3000, from: 3000, to: 3004 },
    { name: "with tags that fill the room for policies and tags, and cannot be made smaller", grants: tagsOf(2048), minimum: 0, from: 2048, to: 4096 },
    { name: "with a policy that fills the room, whose statements are alike", grants: policyOf(20), minimum: 0, from: 500, to: 1800 },
  ])("$name", async ({ grants, minimum, from, to }) => {
    const { sessionToken } = await createReplica().issue(grants, minimum);
    expect(sessionToken.length).toBeGreaterThanOrEqual(from);
    expect(sessionToken.length).toBeLessThanOrEqual(to);
  });

  function policyOf(statements: number): SessionGrants {
    const Statement = Array.from({ length: statements }, (_, n) => ({
      Effect: "Allow",
      Action: "s3:GetObject",
      Resource: `arn:aws:s3:::my-bucket/team-${n}/*`,
    }));
    const document = { Version: "2012-10-17", Statement };
    expect(JSON.stringify(document).length).toBeGreaterThan(1600);
    return { ...NO_GRANTS, policies: [{ source: "session-policy", document }] };
  }

  /** Tags by chance, so many bytes of keys and values. */
  function tagsOf(bytes: number): SessionGrants {
    const random = createRandom("tags");
    const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-=._:/@ ";
    const count = Math.floor(bytes / 256);
    return { ...NO_GRANTS, tags: new Map(Array.from({ length: count }, () => [random.text(32, letters), random.text(224, letters)])) };
  }
});

test("a key of another length is refused before anything is sealed with it", async () => {
  await expect(createReplica({ key: KEY.slice(0, 16) }).issue()).rejects.toThrow("a session key has 32 bytes, found 16");
});

test("each token has a nonce of its own", async () => {
  const { issue } = createReplica();
  const header = "!\n\torigin_ec".length + "irsa-sim\x01".length;
  const nonces = await Promise.all(Array.from({ length: 20 }, async () => atob((await issue()).sessionToken).slice(header, header + NONCE_BYTES)));
  expect(new Set(nonces).size).toBe(20);
});
