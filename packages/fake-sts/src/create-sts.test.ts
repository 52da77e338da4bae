import { bodyText } from "@irsa-sim/core";
import { describe, expect, test } from "vitest";
import { checksOf, createTestWorld, PROVIDER_ARN, SUBJECT, type TestWorld } from "./world.test-support.js";

const DISPATCH_NAMESPACE = 'xmlns="http://webservices.amazon.com/AWSFault/2005-15-09"';
const ACTION = "Action=AssumeRoleWithWebIdentity&Version=2011-06-15";
const FORM = { "content-type": "application/x-www-form-urlencoded" };
const START_MS = Date.UTC(2026, 0, 5, 9);

test("the response of a call that succeeds", async () => {
  const response = await createTestWorld().assumeRole();
  await expect(bodyText(response)).toMatchFileSnapshot("../__golden__/success.xml");
});

test("the response of a call that the trust policy refuses", async () => {
  const world = createTestWorld();
  world.changeTrustPolicy([]);
  const response = await world.assumeRole();
  await expect(bodyText(response)).toMatchFileSnapshot("../__golden__/access-denied.xml");
});

test("the request id stands in header and body, and the type is text/xml", async () => {
  const { headers, ...response } = await createTestWorld().assumeRole();
  expect(headers["content-type"]).toBe("text/xml");
  expect(bodyText(response)).toContain(`<RequestId>${headers["x-amzn-requestid"]}</RequestId>`);
  expect(headers["x-amz-sts-extended-request-id"]).toMatch(/^[A-Za-z0-9+/]{32}$/);
});

test("credentials are issued in step 8, for 3600 seconds, and the trace keeps no secret", async () => {
  const world = createTestWorld();
  const body = bodyText(await world.assumeRole());
  const change = world.events.find((event) => event.kind === "change");
  expect(change).toMatchObject({
    step: 8,
    actor: "sts",
    before: null,
    after: { expiresAt: START_MS + 3_600_000, webIdentity: { subject: SUBJECT, providerArn: PROVIDER_ARN } },
  });
  const secret = /<SecretAccessKey>([^<]+)</.exec(body)?.[1] ?? "";
  expect(secret).toHaveLength(40);
  expect(JSON.stringify(world.events)).not.toContain(secret);
});

test("the checks' stretch and the issue's stretch carry their steps", async () => {
  const world = createTestWorld();
  await world.assumeRole();
  const spans = world.events
    .filter((event) => event.kind === "span" && event.actor === "sts")
    .map((event) => ("name" in event ? [event.name, event.step] : []));
  expect(spans).toEqual([
    ["Validate the token", 7],
    ["Return temporary credentials", 8],
  ]);
  const fetches = world.events.filter((event) => event.kind === "exchange" && event.actor === "sts");
  expect(fetches.map((event) => ("name" in event ? [event.name, event.step] : []))).toEqual([
    ["Discovery document", 7],
    ["JWKS", 7],
  ]);
});

test("white space around the token is borne with", async () => {
  const world = createTestWorld();
  world.call.alterToken = (token) => ` ${token}\r\n`;
  expect((await world.assumeRole()).status).toBe(200);
});

test("JSON for a caller that asks for it", async () => {
  const world = createTestWorld();
  world.call.headers.accept = "application/json";
  const { AssumeRoleWithWebIdentityResponse: answer } = JSON.parse(bodyText(await world.assumeRole()));
  expect(answer.AssumeRoleWithWebIdentityResult).toMatchObject({
    Provider: PROVIDER_ARN,
    Credentials: { Expiration: START_MS / 1000 + 3600 },
    PackedPolicySize: null,
  });
});

test("a refusal in JSON", async () => {
  const world = createTestWorld();
  world.call.headers.accept = "application/json";
  world.account.roles.clear();
  const response = await world.assumeRole();
  expect(JSON.parse(bodyText(response))).toEqual({
    Error: { Code: "AccessDenied", Message: "Not authorized to perform sts:AssumeRoleWithWebIdentity", Type: "Sender" },
    RequestId: response.headers["x-amzn-requestid"],
  });
});

test.each([
  { accept: "text/xml, application/json", type: "application/json" },
  { accept: "Application/JSON; charset=utf-8", type: "application/json" },
  { accept: "application/json ;q=0.5", type: "application/json" },
  { accept: "application/jsonp", type: "text/xml" },
  { accept: "text/xml; x=application/json", type: "text/xml" },
  { accept: "*/*", type: "text/xml" },
  { accept: "", type: "text/xml" },
])("who accepts '$accept' is answered in $type", async ({ accept, type }) => {
  const world = createTestWorld();
  world.call.headers.accept = accept;
  expect((await world.assumeRole()).headers["content-type"]).toBe(type);
});

test("GET with a query works as POST does", async () => {
  const world = createTestWorld();
  const response = await world.send({ method: "GET", url: "https://sts.eu-west-1.amazonaws.com/?Action=AssumeRoleWithWebIdentity&Version=2011-06-15" });
  expect(bodyText(response)).toContain("3 validation errors detected: ");
});

test("what is asked for without effect stands in the trace", async () => {
  const world = createTestWorld();
  world.call.parameters.ProviderId = "www.amazon.com";
  expect((await world.assumeRole()).status).toBe(200);
  expect(world.events.find((event) => event.kind === "note" && event.name === "sts.without-effect")).toMatchObject({
    attributes: { parameters: ["ProviderId"] },
  });
});

test.each([
  { name: "unknown action", body: "Action=Frobnicate&Version=2011-06-15", text: "Could not find operation Frobnicate for version 2011-06-15" },
  {
    name: "unknown version",
    body: "Action=AssumeRoleWithWebIdentity&Version=2010-05-08",
    text: "Could not find operation AssumeRoleWithWebIdentity for version 2010-05-08",
  },
  { name: "no version", body: "Action=AssumeRoleWithWebIdentity", text: "Could not find operation AssumeRoleWithWebIdentity for version NO_VERSION_SPECIFIED" },
  { name: "empty version", body: "Action=AssumeRoleWithWebIdentity&Version=", text: "Could not find operation AssumeRoleWithWebIdentity for version " },
])("dispatch: $name", async ({ body, text }) => {
  const world = createTestWorld();
  const response = await world.send({ body, headers: FORM });
  expect(response.status).toBe(400);
  expect(bodyText(response)).toContain(DISPATCH_NAMESPACE);
  expect(bodyText(response)).toContain("<Code>InvalidAction</Code>");
  expect(bodyText(response)).toContain(`<Message>${text}</Message>`);
  expect(checksOf(world.events)).toEqual([]);
});

test.each([
  { name: "no action", request: { body: "Version=2011-06-15", headers: FORM }, status: 302, body: "" },
  { name: "not a form", request: { body: "{}", headers: { "content-type": "application/json" } }, status: 302, body: "" },
  { name: "GET without a query", request: { method: "GET" }, status: 302, body: "" },
  { name: "another path", request: { url: "https://sts.eu-west-1.amazonaws.com/x" }, status: 404, body: "<UnknownOperationException/>" },
  { name: "more than 10,000,000 bytes", request: { body: `Action=${"x".repeat(10_000_000)}`, headers: FORM }, status: 413, body: "" },
] satisfies { name: string; request: Parameters<TestWorld["send"]>[0]; status: number; body: string }[])(
  "dispatch: $name",
  async ({ request, status, body }) => {
    const response = await createTestWorld().send(request);
    expect([response.status, bodyText(response)]).toEqual([status, body]);
    expect(response.headers.location).toBe(status === 302 ? "https://aws.amazon.com/iam" : undefined);
    expect(response.headers["x-amzn-requestid"] === undefined).toBe(status === 413);
  },
);

describe("how a request is read (section 1.1)", () => {
  const CHARSET = { "content-type": "application/x-www-form-urlencoded; charset=utf-8" };

  test("a form with a charset", async () => {
    const world = createTestWorld();
    Object.assign(world.call.headers, CHARSET);
    expect((await world.assumeRole()).status).toBe(200);
  });

  test.each([
    { name: "Action", body: "Action=Frobnicate&Action=AssumeRoleWithWebIdentity&Version=2011-06-15", text: "Could not find operation Frobnicate" },
    { name: "Version", body: "Action=AssumeRoleWithWebIdentity&Version=1&Version=2011-06-15", text: "for version 1" },
    { name: "RoleArn", body: `${ACTION}&RoleArn=x&RoleArn=${"y".repeat(20)}`, text: "Value 'x' at 'roleArn'" },
    { name: "RoleSessionName", body: `${ACTION}&RoleSessionName=x&RoleSessionName=yy`, text: "Value 'x' at 'roleSessionName'" },
    { name: "DurationSeconds", body: `${ACTION}&DurationSeconds=1&DurationSeconds=900`, text: "Value '1' at 'durationSeconds'" },
  ])("of a repeated parameter the first counts: $name", async ({ body, text }) => {
    expect(bodyText(await createTestWorld().send({ body, headers: FORM }))).toContain(text);
  });

  test("parameters that nobody knows are ignored", async () => {
    const world = createTestWorld();
    Object.assign(world.call.parameters, { Frobnicate: "yes", "Tags.member.1.Key": "team" });
    expect((await world.assumeRole()).status).toBe(200);
  });

  test("plus signs and percent signs are decoded", async () => {
    const body = `${ACTION}&RoleSessionName=a+b%26c`;
    expect(bodyText(await createTestWorld().send({ body, headers: FORM }))).toContain("Value 'a b&amp;c' at 'roleSessionName'");
  });

  test("a stray session token does no harm", async () => {
    const world = createTestWorld();
    world.call.headers["x-amz-security-token"] = "IQoJstray";
    expect((await world.assumeRole()).status).toBe(200);
  });

  test("+900 and 0900 are 900", async () => {
    for (const duration of ["+900", "0900"]) {
      const world = createTestWorld();
      world.call.parameters.DurationSeconds = duration;
      expect(bodyText(await world.assumeRole())).toContain("<Expiration>2026-01-05T09:15:00Z</Expiration>");
    }
  });
});

test("no absent member is written: PackedPolicySize and SourceIdentity", async () => {
  const body = bodyText(await createTestWorld().assumeRole());
  expect(body).not.toContain("PackedPolicySize");
  expect(body).not.toContain("SourceIdentity");
});
