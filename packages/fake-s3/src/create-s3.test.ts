import { type Arn, bodyText, createRandom, createTrace, epochMillis, type JsonObject, VirtualClock } from "@irsa-sim/core";
import { createAuthenticate, createIam, createSessionStore, NO_GRANTS, type Role } from "@irsa-sim/iam";
import { describe, expect, test } from "vitest";
import { createS3 } from "./index.js";
import { sign } from "./sign.test-support.js";

const NOW = Date.UTC(2026, 0, 5, 9);
const OBJECTS = { Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::my-bucket/*" };
const LIST = { Effect: "Allow", Action: "s3:ListBucket", Resource: "arn:aws:s3:::my-bucket" };

interface Call {
  readonly statements?: readonly JsonObject[];
  readonly url?: string;
  readonly method?: string;
  /** Changes what the request is signed with. */
  readonly signing?: Partial<Parameters<typeof sign>[0]>;
  readonly headers?: Readonly<Record<string, string>>;
  /** Whom the bucket's policy lets read. */
  readonly invited?: string;
  /** Happens between the issue of the credentials and the call. */
  readonly meanwhile?: (world: { readonly clock: VirtualClock; readonly roles: Map<string, Role> }) => unknown;
}

async function call({
  statements = [OBJECTS],
  url = "https://my-bucket.s3.eu-west-1.amazonaws.com/hello.txt",
  method = "GET",
  signing = {},
  headers = {},
  invited,
  meanwhile,
}: Call = {}) {
  const clock = new VirtualClock(epochMillis(NOW));
  const random = createRandom("s3");
  const iam = createIam({ clock, random, accounts: ["111122223333"] });
  const sessions = createSessionStore({ clock, random });
  const roles = (iam.account("111122223333") as NonNullable<ReturnType<typeof iam.account>>).roles;
  const role: Role = {
    arn: "arn:aws:iam::111122223333:role/app" as Arn,
    id: "AROAEXAMPLE",
    name: "app",
    path: "/",
    trustPolicy: { source: "role/app/trust-policy", document: {} },
    tags: new Map(),
    inlinePolicies: new Map([["p", { source: "role/app/policy/p", document: { Version: "2012-10-17", Statement: statements } }]]),
    maxSessionDurationSeconds: 3600,
    createdAt: clock.now(),
  };
  roles.set("app", role);
  const session = sessions.issue({ role, sessionName: "me", durationSeconds: 3600, webIdentity: null, grants: NO_GRANTS });
  await meanwhile?.({ clock, roles });
  const bucket = {
    name: "my-bucket",
    region: "eu-west-1",
    accountId: "111122223333",
    objects: { "hello.txt": "Hello" },
    policy: invited === undefined ? null : { Version: "2012-10-17", Statement: [{ ...OBJECTS, Principal: { AWS: invited } }] },
  };
  const s3 = createS3({ iam, authenticate: createAuthenticate({ iam, sessions }), buckets: [bucket], clock, random });
  const signed = await sign({ method, url, region: "eu-west-1", service: "s3", credentials: session, at: clock.now(), ...signing });
  const trace = createTrace(clock);
  const response = await s3({ ...signed, headers: { ...signed.headers, ...headers } }, trace.root);
  const text = bodyText(response);
  const failed = trace.events.flatMap((event) => (event.kind === "check" && !event.passed ? [event.check] : []));
  return {
    response,
    text,
    failed,
    sessions: trace.events.map(({ subject }) => subject?.session),
    status: response.status,
    code: /<Code>(.*?)<\/Code>/.exec(text)?.[1],
    message: /<Message>(.*?)<\/Message>/.exec(text)?.[1]?.replaceAll("&quot;", '"').replaceAll("&apos;", "'"),
  };
}

test("an object is returned to who may get it", async () => {
  const { response, failed } = await call();
  expect(response).toMatchObject({
    status: 200,
    body: "Hello",
    headers: { "content-type": "text/plain", "content-length": "5", "last-modified": "Mon, 05 Jan 2026 09:00:00 GMT" },
  });
  expect(failed).toEqual([]);
});

test("once S3 knows the caller, what it does is about the caller's session", async () => {
  const session = "arn:aws:sts::111122223333:assumed-role/app/me";
  // The stretch and the check of the signature come before; the authorisation after.
  expect((await call()).sessions).toEqual([undefined, undefined, session]);
});

test("path style names the same object", async () => {
  expect((await call({ url: "https://s3.eu-west-1.amazonaws.com/my-bucket/hello.txt" })).text).toBe("Hello");
});

test("HEAD has the headers and no body", async () => {
  const { response } = await call({ method: "HEAD" });
  expect(response).toMatchObject({ status: 200, body: "", headers: { "content-length": "5" } });
});

test.each([
  { name: "by its role", invited: "arn:aws:iam::111122223333:role/app", status: 200 },
  { name: "by its session", invited: "arn:aws:sts::111122223333:assumed-role/app/me", status: 200 },
  { name: "another role", invited: "arn:aws:iam::111122223333:role/apps", status: 403 },
  { name: "another session", invited: "arn:aws:sts::111122223333:assumed-role/app/you", status: 403 },
])("a bucket's policy may name the caller: $name", async ({ invited, status }) => {
  expect((await call({ statements: [LIST], invited })).status).toBe(status);
});

test("a policy that was changed after the credentials were issued counts", async () => {
  const outcome = await call({ meanwhile: ({ roles }) => roles.set("app", { ...(roles.get("app") as Role), inlinePolicies: new Map() }) });
  expect([outcome.status, outcome.code]).toEqual([403, "AccessDenied"]);
});

const DENIED = 'User: arn:aws:sts::111122223333:assumed-role/app/me is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::my-bucket/hello.txt"';

describe("refusals, each with S3's own code, status and text", () => {
  test.each<Call & { readonly name: string; readonly status: number; readonly code: string; readonly message: string; readonly check: string | null }>([
    {
      name: "no policy allows it",
      statements: [LIST],
      status: 403,
      code: "AccessDenied",
      message: `${DENIED} because no identity-based policy allows the s3:GetObject action`,
      check: "s3.authorization",
    },
    {
      name: "a policy denies it",
      statements: [OBJECTS, { ...OBJECTS, Effect: "Deny" }],
      status: 403,
      code: "AccessDenied",
      message: `${DENIED} with an explicit deny in an identity-based policy`,
      check: "s3.authorization",
    },
    {
      name: "a missing key, to who may list",
      statements: [OBJECTS, LIST],
      url: "https://my-bucket.s3.eu-west-1.amazonaws.com/none",
      status: 404,
      code: "NoSuchKey",
      message: "The specified key does not exist.",
      check: "s3.object",
    },
    {
      name: "a missing key, to who may not",
      url: "https://my-bucket.s3.eu-west-1.amazonaws.com/none",
      status: 403,
      code: "AccessDenied",
      message:
        'User: arn:aws:sts::111122223333:assumed-role/app/me is not authorized to perform: s3:ListBucket on resource: "arn:aws:s3:::my-bucket" because no identity-based policy allows the s3:ListBucket action',
      check: "s3.object",
    },
    {
      name: "a missing bucket",
      url: "https://none.s3.eu-west-1.amazonaws.com/k",
      status: 404,
      code: "NoSuchBucket",
      message: "The specified bucket does not exist",
      check: "s3.bucket",
    },
    {
      name: "expired credentials",
      meanwhile: ({ clock }) => clock.advanceBy(3_600_000),
      status: 400,
      code: "ExpiredToken",
      message: "The provided token has expired.",
      check: "s3.authentication",
    },
    {
      name: "expired comes before a bad signature",
      meanwhile: ({ clock }) => clock.advanceBy(3_600_000),
      headers: { "x-extra": "1" },
      signing: {},
      status: 400,
      code: "ExpiredToken",
      message: "The provided token has expired.",
      check: "s3.authentication",
    },
    {
      name: "a role that was deleted",
      meanwhile: ({ roles }) => roles.delete("app"),
      status: 403,
      code: "InvalidAccessKeyId",
      message: "The AWS Access Key Id you provided does not exist in our records.",
      check: "s3.authentication",
    },
    {
      name: "an unreadable session token",
      headers: { "x-amz-security-token": "garbage" },
      status: 400,
      code: "InvalidToken",
      message: "The provided token is malformed or otherwise invalid.",
      check: "s3.authentication",
    },
    {
      name: "another region, even with a garbage token",
      signing: { region: "us-east-1" },
      headers: { "x-amz-security-token": "garbage" },
      status: 400,
      code: "AuthorizationHeaderMalformed",
      message: "The authorization header is malformed; the region 'us-east-1' is wrong; expecting 'eu-west-1'",
      check: "s3.authentication",
    },
    {
      name: "another service",
      signing: { service: "sts" },
      status: 400,
      code: "AuthorizationHeaderMalformed",
      message: 'The authorization header is malformed; incorrect service "sts". This endpoint belongs to "s3".',
      check: "s3.authentication",
    },
    {
      name: "a clock that is off",
      signing: { at: epochMillis(NOW - 16 * 60_000) },
      status: 403,
      code: "RequestTimeTooSkewed",
      message: "The difference between the request time and the server's time is too large.",
      check: "s3.authentication",
    },
    {
      name: "a changed signed header",
      headers: { "x-amz-content-sha256": "0".repeat(64) },
      status: 403,
      code: "SignatureDoesNotMatch",
      message: "The request signature we calculated does not match the signature you provided. Check your key and signing method.",
      check: "s3.authentication",
    },
    {
      name: "no signature",
      headers: { authorization: "" },
      status: 400,
      code: "AuthorizationHeaderMalformed",
      message: "The authorization header is malformed",
      check: "s3.authentication",
    },
  ])("$name", async ({ name: _, status, code, message, check, ...rest }) => {
    const outcome = await call(rest);
    expect([outcome.status, outcome.code, outcome.message]).toEqual([status, code, message]);
    expect(outcome.failed).toEqual(check === null ? [] : [check]);
    expect(outcome.response.headers["content-type"]).toBe("application/xml");
  });
});

test("the error document has no namespace, and ids of S3's form", async () => {
  const { text, response } = await call({ url: "https://none.s3.eu-west-1.amazonaws.com/k" });
  expect(text).toMatch(
    /^<\?xml version="1.0" encoding="UTF-8"\?>\n<Error><Code>NoSuchBucket<\/Code><Message>The specified bucket does not exist<\/Message><BucketName>none<\/BucketName><RequestId>[A-Z0-9]{16}<\/RequestId><HostId>[A-Za-z0-9+/=]+<\/HostId><\/Error>$/,
  );
  expect(text).toContain(`<RequestId>${response.headers["x-amz-request-id"]}</RequestId>`);
});
