import { bodyText, createRandom, createTrace, epochMillis, type HttpHeaders, NetworkError, VirtualClock } from "@irsa-sim/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createInstanceMetadata, type InstanceMetadataOptions } from "./create-instance-metadata.js";

const CREDENTIALS = "/latest/meta-data/iam/security-credentials/";
const TTL = "x-aws-ec2-metadata-token-ttl-seconds";
const TOKEN = "x-aws-ec2-metadata-token";
const HOPS = "x-irsa-sim-hops";

function createService(options: Partial<InstanceMetadataOptions> = {}) {
  const clock = new VirtualClock(epochMillis(Date.UTC(2026, 0, 5, 9)));
  const trace = createTrace(clock);
  const current = () => ({
    accessKeyId: "ASIANODE",
    secretAccessKey: "s",
    sessionToken: "t",
    issuedAt: clock.now(),
    expiresAt: epochMillis(clock.now() + 21_600_000),
  });
  const node = { clock, random: createRandom("node"), region: "eu-west-1", instanceId: "i-1", roleName: "node", credentials: { current } };
  const handler = createInstanceMetadata({ ...node, ...options });
  const ask = async (method: string, path: string, headers: HttpHeaders = {}) => {
    const { status, body, headers: answered } = await handler({ method, url: `http://169.254.169.254${path}`, headers, body: "" }, trace.root);
    return { status, text: bodyText({ body }), headers: answered };
  };
  const token = async (headers: HttpHeaders = {}) => (await ask("PUT", "/latest/api/token", { [TTL]: "60", ...headers })).text;
  const checks = () => trace.events.flatMap((event) => (event.kind === "check" ? [[event.check, event.expected.value, event.actual.value]] : []));
  return { clock, ask, token, checks };
}

describe("version 2", () => {
  test("a token lets its bearer read the role's name and credentials, region and instance", async () => {
    const { ask, token } = createService();
    const headers = { [TOKEN]: await token() };
    expect((await ask("GET", CREDENTIALS, headers)).text).toBe("node");
    expect((await ask("GET", CREDENTIALS.slice(0, -1), headers)).text).toBe("node");
    expect((await ask("GET", "/latest/meta-data/placement/region", headers)).text).toBe("eu-west-1");
    expect((await ask("GET", "/latest/meta-data/instance-id", headers)).text).toBe("i-1");
    expect((await ask("GET", `${CREDENTIALS}node`, headers)).text).toBe(
      [
        "{",
        '  "Code": "Success",',
        '  "LastUpdated": "2026-01-05T09:00:00Z",',
        '  "Type": "AWS-HMAC",',
        '  "AccessKeyId": "ASIANODE",',
        '  "SecretAccessKey": "s",',
        '  "Token": "t",',
        '  "Expiration": "2026-01-05T15:00:00Z"',
        "}",
      ].join("\n"),
    );
  });

  test("a token lives as long as was asked for", async () => {
    const { ask, token, clock } = createService();
    const headers = { [TOKEN]: await token() };
    await clock.advanceBy(59_999);
    expect((await ask("GET", CREDENTIALS, headers)).status).toBe(200);
    await clock.advanceBy(1);
    expect((await ask("GET", CREDENTIALS, headers)).status).toBe(401);
  });

  test("the answer names the token's life", async () => {
    expect((await createService().ask("PUT", "/latest/api/token", { [TTL]: "21600" })).headers[TTL]).toBe("21600");
  });
});

describe("refusals, each with its check", () => {
  test.each<{
    readonly name: string;
    readonly options?: Partial<InstanceMetadataOptions>;
    readonly request: readonly [method: string, path: string, headers?: HttpHeaders];
    readonly status: number;
    readonly check: readonly string[];
  }>([
    { name: "no token", request: ["GET", CREDENTIALS], status: 401, check: ["imds.token", "a token that was issued and lives", "no token"] },
    {
      name: "a token that nobody issued",
      request: ["GET", CREDENTIALS, { [TOKEN]: "x" }],
      status: 401,
      check: ["imds.token", "a token that was issued and lives", "another one"],
    },
    {
      name: "a token that nobody issued, though version 1 is on",
      options: { tokens: "optional" },
      request: ["GET", CREDENTIALS, { [TOKEN]: "x" }],
      status: 401,
      check: ["imds.token", "a token that was issued and lives", "another one"],
    },
    { name: "no life asked for", request: ["PUT", "/latest/api/token"], status: 400, check: ["imds.ttl", "a whole number from 1 to 21600", "no header"] },
    { name: "no life at all", request: ["PUT", "/latest/api/token", { [TTL]: "0" }], status: 400, check: ["imds.ttl", "a whole number from 1 to 21600", "0"] },
    {
      name: "a life that is too long",
      request: ["PUT", "/latest/api/token", { [TTL]: "21601" }],
      status: 400,
      check: ["imds.ttl", "a whole number from 1 to 21600", "21601"],
    },
    {
      name: "forwarded by a proxy",
      request: ["PUT", "/latest/api/token", { [TTL]: "60", "x-forwarded-for": "10.0.0.1" }],
      status: 403,
      check: ["imds.forwarded", "no x-forwarded-for", "x-forwarded-for"],
    },
    {
      name: "switched off",
      options: { endpoint: "disabled" },
      request: ["PUT", "/latest/api/token", { [TTL]: "60" }],
      status: 403,
      check: ["imds.endpoint", "enabled", "disabled"],
    },
    { name: "a token by GET", request: ["GET", "/latest/api/token", { [TTL]: "60" }], status: 405, check: ["imds.method", "PUT", "GET"] },
    { name: "metadata by POST", request: ["POST", CREDENTIALS], status: 405, check: ["imds.method", "GET", "POST"] },
  ])("$name: $status", async ({ options, request: [method, path, headers], status, check }) => {
    const { ask, checks } = createService(options);
    const answer = await ask(method, path, headers);
    expect([answer.status, checks()]).toEqual([status, [check]]);
  });

  test.each([
    { name: "a path that does not exist", options: {}, path: "/latest/meta-data/nope" },
    { name: "another role", options: {}, path: `${CREDENTIALS}other` },
    { name: "a node without a role", options: { roleName: null }, path: CREDENTIALS },
  ])("$name: 404", async ({ options, path }) => {
    const { ask, token } = createService(options);
    expect((await ask("GET", path, { [TOKEN]: await token() })).status).toBe(404);
  });

  test("a refusal is a page", async () => {
    const { text, headers } = await createService().ask("GET", CREDENTIALS);
    expect(headers).toEqual({ "content-type": "text/html", server: "EC2ws" });
    expect(text).toBe(
      '<?xml version="1.0" encoding="iso-8859-1"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN"\n\t"http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">\n<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="en" lang="en">\n <head>\n  <title>401 - Unauthorized</title>\n </head>\n <body>\n  <h1>401 - Unauthorized</h1>\n </body>\n</html>\n',
    );
  });
});

describe("version 1", () => {
  test("lets everybody in where it is on", async () => {
    expect((await createService({ tokens: "optional" }).ask("GET", CREDENTIALS)).text).toBe("node");
  });
});

describe("the hop limit", () => {
  test.each([
    { hopLimit: 1, hops: "1", arrives: true },
    { hopLimit: 1, hops: "2", arrives: false },
    { hopLimit: 2, hops: "2", arrives: true },
    { hopLimit: 2, hops: "3", arrives: false },
  ])("limit $hopLimit, $hops hops away: the token arrives: $arrives", async ({ hopLimit, hops, arrives }) => {
    const { token, checks } = createService({ hopLimit });
    if (arrives) expect((await token({ [HOPS]: hops })).length).toBeGreaterThan(0);
    else await expect(token({ [HOPS]: hops })).rejects.toThrow(NetworkError);
    expect(checks().length).toBe(arrives ? 0 : 1);
  });

  test("counts for tokens only: with version 1 a pod reads in spite of it", async () => {
    expect((await createService({ hopLimit: 1, tokens: "optional" }).ask("GET", CREDENTIALS, { [HOPS]: "2" })).status).toBe(200);
  });

  test("property: a token arrives exactly when the way is not longer than the limit", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 64 }), fc.integer({ min: 1, max: 64 }), async (hopLimit, hops) => {
        const arrived = await createService({ hopLimit })
          .token({ [HOPS]: String(hops) })
          .then(
            () => true,
            (error: unknown) => !(error instanceof NetworkError),
          );
        expect(arrived).toBe(hops <= hopLimit);
      }),
    );
  });
});
