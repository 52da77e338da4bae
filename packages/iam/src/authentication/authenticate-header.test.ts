import { Sha256 } from "@aws-crypto/sha256-js";
import { type Arn, createRandom, epochMillis, type HttpRequest, VirtualClock } from "@irsa-sim/core";
import { SignatureV4 } from "@smithy/signature-v4";
import { describe, expect, test } from "vitest";
import { createIam } from "../accounts/create-iam.js";
import { NOW, PLAIN_ROLE as role } from "../sessions/role.test-support.js";
import { NO_GRANTS } from "../sessions/role-session.js";
import { createSessionStore } from "../sessions/session-store.js";
import { createAuthenticate } from "./authenticate.js";

const QUARTER_MS = 15 * 60_000;
const HOUR_MS = 3_600_000;

/** How a request is signed, and what becomes of it on its way. */
interface Signing {
  readonly by?: "user" | "user-session" | "federated-user" | "role-session";
  readonly at?: number;
  readonly now?: number;
  /** Instead of the credentials' own; `null` to send none. */
  readonly token?: string | null;
  readonly secretAccessKey?: string;
  readonly accessKeyId?: string;
  readonly region?: string;
  readonly service?: string;
  /** What became of the role since its credentials were issued. */
  readonly role?: "deleted" | "made-again";
  readonly change?: (headers: Readonly<Record<string, string>>) => Record<string, string>;
}

/** An account with its developer, a role, and temporary credentials of both. */
function createWorld() {
  const clock = new VirtualClock(NOW);
  const random = createRandom("header");
  const iam = createIam({ clock, random, accounts: ["111122223333"] });
  const sessions = createSessionStore({ clock, random });
  const account = iam.account("111122223333");
  const user = account?.users.get("developer");
  if (account === null || user === undefined) throw new Error("no developer");
  account.roles.set(role.name, role);
  const bob = { arn: "arn:aws:sts::111122223333:federated-user/bob" as Arn, id: "111122223333:bob", policies: [] };
  const credentials = {
    user: { ...user, sessionToken: undefined },
    "user-session": sessions.issueForUser({ user, federatedUser: null, durationSeconds: 3600 }),
    "federated-user": sessions.issueForUser({ user, federatedUser: bob, durationSeconds: 3600 }),
    "role-session": sessions.issue({ role, sessionName: "one", durationSeconds: 3600, webIdentity: null, grants: NO_GRANTS }),
  };
  return { account, role, credentials, authenticate: createAuthenticate({ iam, sessions }) };
}

async function authenticateSigned({ by = "user", at, now = NOW, token, region = "eu-west-1", service = "sts", role, change, ...keys }: Signing) {
  const world = createWorld();
  const own = world.credentials[by];
  const sessionToken = token === undefined ? own.sessionToken : (token ?? undefined);
  const { accessKeyId = own.accessKeyId, secretAccessKey = own.secretAccessKey } = keys;
  const credentials = { accessKeyId, secretAccessKey, ...(sessionToken === undefined ? {} : { sessionToken }) };
  const signer = new SignatureV4({ service, region, credentials, sha256: Sha256, applyChecksum: false });
  const host = "sts.eu-west-1.amazonaws.com";
  const plain = { method: "POST", protocol: "https:", hostname: host, path: "/", headers: { host, "x-amz-target": "here" }, body: "a=b" };
  const { headers } = await signer.sign(plain, { signingDate: new Date(at ?? now) });
  if (role !== undefined) world.account.roles.delete("app");
  if (role === "made-again") world.account.roles.set("app", { ...world.role, id: "AROAANOTHER" });
  const request: HttpRequest = { method: "POST", url: `https://${host}/`, headers: change?.(headers) ?? headers, body: "a=b" };
  return world.authenticate({ request, service: "sts", region: "eu-west-1", now: epochMillis(now) });
}

const ANOTHER_TOKEN = createSessionStore({ clock: new VirtualClock(NOW), random: createRandom("another") });
const foreignToken = (): string => ANOTHER_TOKEN.issue({ ...sessionRequest(), durationSeconds: 60 }).sessionToken;

function sessionRequest() {
  return { role: createWorld().role, sessionName: "other", webIdentity: null, grants: NO_GRANTS };
}

describe("who called (section 8.2)", () => {
  test.each<{ name: string; signing: Signing; kind: string; arn: string; hasSession: boolean }>([
    { name: "a user", signing: {}, kind: "user", arn: "arn:aws:iam::111122223333:user/developer", hasSession: false },
    { name: "a user, by a session", signing: { by: "user-session" }, kind: "user", arn: "arn:aws:iam::111122223333:user/developer", hasSession: true },
    {
      name: "whom the user vouches for",
      signing: { by: "federated-user" },
      kind: "user",
      arn: "arn:aws:sts::111122223333:federated-user/bob",
      hasSession: true,
    },
    { name: "a role", signing: { by: "role-session" }, kind: "role-session", arn: "arn:aws:sts::111122223333:assumed-role/app/one", hasSession: true },
  ])("$name", async ({ signing, kind, arn, hasSession }) => {
    const found = await authenticateSigned(signing);
    if ("problem" in found) throw new Error(JSON.stringify(found.problem));
    expect(found.caller).toMatchObject({ kind, arn });
    expect(found.caller.session !== null).toBe(hasSession);
  });
});

const rename = (name: string, value: string) => (headers: Readonly<Record<string, string>>) => ({ ...headers, [name]: value });
const replace = (from: string | RegExp, to: string) => (headers: Readonly<Record<string, string>>) => ({
  ...headers,
  authorization: (headers.authorization ?? "").replace(from, to),
});
const without = (name: string) => (headers: Readonly<Record<string, string>>) => Object.fromEntries(Object.entries(headers).filter(([key]) => key !== name));

describe("the bounds of time", () => {
  test.each<{ name: string; signing: Signing; outcome: string }>([
    { name: "a clock a quarter of an hour behind", signing: { at: NOW - QUARTER_MS }, outcome: "good" },
    { name: "a second more", signing: { at: NOW - QUARTER_MS - 1000 }, outcome: "clock-skewed" },
    { name: "a clock a quarter of an hour ahead", signing: { at: NOW + QUARTER_MS }, outcome: "good" },
    { name: "a second more ahead", signing: { at: NOW + QUARTER_MS + 1000 }, outcome: "clock-skewed" },
    { name: "a session in its last millisecond", signing: { by: "role-session", now: NOW + HOUR_MS - 1 }, outcome: "good" },
    { name: "a session at its end", signing: { by: "role-session", now: NOW + HOUR_MS }, outcome: "expired" },
    { name: "a user's session in its last millisecond", signing: { by: "user-session", now: NOW + HOUR_MS - 1 }, outcome: "good" },
    { name: "a user's session at its end", signing: { by: "user-session", now: NOW + HOUR_MS }, outcome: "expired" },
    { name: "a user's own key does not end", signing: { now: NOW + 1000 * HOUR_MS }, outcome: "good" },
  ])("$name: $outcome", async ({ signing, outcome }) => {
    expect(await outcomeOf(signing)).toBe(outcome);
  });
});

describe("what is wrong is found in AWS's order", () => {
  test.each<{ name: string; signing: Signing; outcome: string }>([
    { name: "another secret", signing: { secretAccessKey: "x" }, outcome: "signature-differs" },
    { name: "a signed header changed on the way", signing: { change: rename("x-amz-target", "there") }, outcome: "signature-differs" },
    { name: "a header added on the way", signing: { change: rename("x-other", "1") }, outcome: "good" },
    { name: "another region", signing: { region: "eu-west-2" }, outcome: "wrong-region" },
    { name: "another service", signing: { service: "s3" }, outcome: "wrong-service" },
    { name: "a region is looked at before a service", signing: { region: "eu-west-2", service: "s3" }, outcome: "wrong-region" },
    { name: "a user's key that is not known", signing: { accessKeyId: "AKIAQNZGKIQY56JQ7WML" }, outcome: "unknown-access-key" },
    { name: "a session's key that is not known", signing: { by: "role-session", accessKeyId: "ASIAQNZGKIQY56JQ7WML" }, outcome: "unknown-access-key" },
    { name: "a scope before a key", signing: { accessKeyId: "AKIAQNZGKIQY56JQ7WML", region: "eu-west-2" }, outcome: "wrong-region" },
    { name: "a session's key without its token", signing: { by: "role-session", token: null }, outcome: "session-token-of-another-key" },
    { name: "a session's key with another's token", signing: { by: "role-session", token: foreignToken() }, outcome: "session-token-of-another-key" },
    { name: "a token that is none", signing: { by: "role-session", token: "abc" }, outcome: "malformed-session-token" },
    { name: "a token cut short", signing: { by: "role-session", token: "IQoJb3JpZ2luX2V" }, outcome: "malformed-session-token" },
    { name: "base64 that is no token", signing: { by: "role-session", token: btoa("anything else") }, outcome: "malformed-session-token" },
    { name: "a stray token with a user's key", signing: { token: foreignToken() }, outcome: "session-token-of-another-key" },
    { name: "a stray token that is none", signing: { token: "abc" }, outcome: "malformed-session-token" },
    { name: "a stray token is looked at behind the signature", signing: { token: "abc", secretAccessKey: "x" }, outcome: "signature-differs" },
    { name: "a role that is gone", signing: { by: "role-session", role: "deleted" }, outcome: "role-deleted" },
    { name: "another role of the same name", signing: { by: "role-session", role: "made-again" }, outcome: "role-deleted" },
    { name: "an end before a role", signing: { by: "role-session", role: "deleted", now: NOW + HOUR_MS }, outcome: "expired" },
    { name: "an end before a clock", signing: { by: "role-session", at: NOW - HOUR_MS, now: NOW + HOUR_MS }, outcome: "expired" },
    { name: "a clock before a signature", signing: { at: NOW - HOUR_MS, secretAccessKey: "x" }, outcome: "clock-skewed" },
    { name: "no signature", signing: { change: without("authorization") }, outcome: "unsigned" },
    { name: "another algorithm", signing: { change: replace("AWS4-HMAC-SHA256", "AWS4-ECDSA-P256-SHA256") }, outcome: "malformed-authorization" },
    { name: "no credential", signing: { change: replace(/Credential=[^,]*/, "") }, outcome: "malformed-authorization" },
    { name: "no signature in the header", signing: { change: replace(/Signature=.*/, "") }, outcome: "malformed-authorization" },
    { name: "no signed headers", signing: { change: replace(/SignedHeaders=[^,]*/, "SignedHeaders=") }, outcome: "malformed-authorization" },
    { name: "a credential of four parts", signing: { change: replace("/aws4_request", "") }, outcome: "malformed-authorization" },
    { name: "a credential of six parts", signing: { change: replace("/aws4_request", "/aws4_request/more") }, outcome: "malformed-authorization" },
    { name: "a credential without a key", signing: { change: replace(/Credential=[^/]*/, "Credential=") }, outcome: "malformed-authorization" },
    { name: "another end of the scope", signing: { change: replace("aws4_request", "aws5_request") }, outcome: "malformed-authorization" },
    { name: "blanks between the parts, or none", signing: { change: replace(/, /g, ",") }, outcome: "good" },
    { name: "no date", signing: { change: without("x-amz-date") }, outcome: "malformed-authorization" },
    { name: "a date in another form", signing: { change: rename("x-amz-date", "2026-01-05T09:00:00Z") }, outcome: "malformed-authorization" },
    { name: "a date that no calendar has", signing: { change: rename("x-amz-date", "20260132T090000Z") }, outcome: "malformed-authorization" },
    { name: "another date than the scope's", signing: { change: rename("x-amz-date", "20260106T090000Z") }, outcome: "scope-date-differs" },
    { name: "a host that was not signed", signing: { change: replace("host;", "") }, outcome: "malformed-authorization" },
    { name: "a date that was not signed", signing: { change: replace("x-amz-date;", "") }, outcome: "malformed-authorization" },
    { name: "a token that was not signed", signing: { by: "role-session", change: replace("x-amz-security-token;", "") }, outcome: "headers-not-signed" },
  ])("$name: $outcome", async ({ signing, outcome }) => {
    expect(await outcomeOf(signing)).toBe(outcome);
  });
});

test.each<{ name: string; signing: Signing; expected: string; actual: string }>([
  {
    name: "an end",
    signing: { by: "role-session", now: NOW + HOUR_MS },
    expected: "before 2026-01-05T10:00:00Z",
    actual: "2026-01-05T10:00:00Z",
  },
  { name: "a clock", signing: { at: NOW - HOUR_MS }, expected: "20260105T090000Z", actual: "20260105T080000Z" },
  {
    name: "a role that is gone",
    signing: { by: "role-session", role: "deleted" },
    expected: "arn:aws:iam::111122223333:role/app with id AROAEXAMPLE",
    actual: "no such role",
  },
  {
    name: "another role of the name",
    signing: { by: "role-session", role: "made-again" },
    expected: "arn:aws:iam::111122223333:role/app with id AROAEXAMPLE",
    actual: "arn:aws:iam::111122223333:role/app with id AROAANOTHER",
  },
  {
    name: "all that a header lacks",
    signing: { change: () => ({ authorization: "AWS4-HMAC-SHA256 a=b" }) },
    expected: ["Credential", "Signature", "SignedHeaders"].map((name) => `Authorization header requires '${name}' parameter.`).join(" "),
    actual: "AWS4-HMAC-SHA256 a=b",
  },
])("the two values that differ: $name", async ({ signing, expected, actual }) => {
  const found = await authenticateSigned(signing);
  expect("problem" in found ? found.problem : found).toMatchObject({ expected, actual });
});

test("a token is told by its end alone", async () => {
  const found = await authenticateSigned({ by: "role-session", token: null });
  const { sessionToken, accessKeyId } = createWorld().credentials["role-session"];
  const problem = "problem" in found ? found.problem : null;
  expect(problem).toMatchObject({ expected: `…${sessionToken.slice(-8)} (${sessionToken.length} characters), issued with ${accessKeyId}`, actual: "none" });
});

async function outcomeOf(signing: Signing): Promise<string> {
  const found = await authenticateSigned(signing);
  return "problem" in found ? found.problem.reason : "good";
}
