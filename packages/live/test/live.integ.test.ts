import { request as httpsRequest } from "node:https";
import { bodyText } from "@irsa-sim/core";
import { WELL_KNOWN_KEYS } from "@irsa-sim/simulation";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { load } from "../../scenario-runner/test/catalogue.js";
import { type LiveSimulation, startSimulation } from "../src/index.js";

const start = (name: string, keys = WELL_KNOWN_KEYS) =>
  startSimulation({
    scenario: load(name),
    keys,
    seed: "1",
    onError: (error) => {
      throw error;
    },
  });

/** Exchanges the token of the first container that runs, as curl would. */
async function exchangeToken(live: LiveSimulation): Promise<{ readonly status: number; readonly body: string }> {
  const [app] = live.containers();
  const { AWS_ROLE_ARN: roleArn = "", AWS_WEB_IDENTITY_TOKEN_FILE: file = "" } = app?.environment ?? {};
  const token = bodyText({ body: app?.files.read(file) ?? "" });
  const form = { Action: "AssumeRoleWithWebIdentity", Version: "2011-06-15", RoleArn: roleArn, RoleSessionName: "me", WebIdentityToken: token };
  const response = await fetch(live.endpoints.sts.url, { method: "POST", body: new URLSearchParams(form) });
  return { status: response.status, body: await response.text() };
}

/** GET over TLS that is verified against the world's roots. */
function getTls(url: string, ca: string, servername?: string): Promise<{ readonly status: number | undefined; readonly body: string }> {
  return new Promise((resolve, reject) => {
    const outgoing = httpsRequest(url, { ca, agent: false, ...(servername === undefined ? {} : { servername, headers: { host: servername } }) }, (incoming) => {
      let body = "";
      incoming.on("data", (chunk) => {
        body += String(chunk);
      });
      incoming.on("end", () => resolve({ status: incoming.statusCode, body }));
    });
    outgoing.on("error", reject).end();
  });
}

describe("basic", () => {
  let live: LiveSimulation;
  beforeAll(async () => {
    live = await start("basic");
  });
  afterAll(() => live.close());

  test("is there as its app sees it before the first call", () => {
    expect(live.refusal).toBeNull();
    expect(live.containers()).toMatchObject([
      { namespace: "default", pod: "my-pod", container: "app", environment: { AWS_ROLE_ARN: "arn:aws:iam::111122223333:role/my-pod-role" } },
    ]);
    expect(live.trace.events.some(({ step }) => step === 6)).toBe(false);
  });

  test("a stranger's token exchange succeeds, and stands in the trace as the pod's", async () => {
    const { status, body } = await exchangeToken(live);
    expect(status).toBe(200);
    expect(body).toContain("assumed-role/my-pod-role/me");
    const exchange = live.trace.events.findLast((event) => event.kind === "exchange" && event.name === "AssumeRoleWithWebIdentity");
    expect(exchange).toMatchObject({ actor: "sdk", step: 6, to: "sts", subject: { pod: "default/my-pod", container: "app" }, response: { status: 200 } });
    expect(live.counts.byExchange.get("AssumeRoleWithWebIdentity")).toBe(1);
  });

  test("headers of the simulated wire are nobody's to send", async () => {
    await fetch(`${live.endpoints.imds.url}/latest/api/token`, {
      method: "PUT",
      headers: { "x-irsa-sim-hops": "9", "x-aws-ec2-metadata-token-ttl-seconds": "60" },
    });
    const exchange = live.trace.events.findLast((event) => event.kind === "exchange" && event.name === "GetMetadataToken");
    expect(exchange).toMatchObject({ request: { headers: { "x-irsa-sim-hops": "2" } }, response: { status: 200 } });
  });

  test("the issuer is found at its port, and under its name at the port of all names", async () => {
    const path = `${new URL(live.world.issuerUrl).pathname}/.well-known/openid-configuration`;
    const { host } = new URL(live.world.issuerUrl);
    const [atPort, byName] = await Promise.all([
      getTls(`${live.endpoints.issuer.url}${path}`, live.roots),
      getTls(`${live.endpoints.https.url}${path}`, live.roots, host),
    ]);
    expect([atPort.status, JSON.parse(atPort.body).issuer]).toEqual([200, live.world.issuerUrl]);
    expect(byName).toEqual(atPort);
  });

  test("a host that nobody answers for is misdirected", async () => {
    const { status } = await getTls(`${live.endpoints.https.url}/`, live.roots, "localhost");
    expect(status).toBe(421);
  });

  test("all host names are told", () => {
    expect(live.hostNames()).toEqual(expect.arrayContaining(["sts.eu-west-1.amazonaws.com", "*.s3.eu-west-1.amazonaws.com", "169.254.169.254"]));
  });
});

test("a refusal of the trust policy reaches the client, and a day leaps by with a new token", async () => {
  await using live = await start("trust-sub-mismatch");
  expect(await exchangeToken(live)).toMatchObject({ status: 403, body: expect.stringContaining("Not authorized to perform sts:AssumeRoleWithWebIdentity") });
  const read = () => bodyText({ body: live.containers()[0]?.files.read(live.containers()[0]?.environment.AWS_WEB_IDENTITY_TOKEN_FILE ?? "") ?? "" });
  const [before, token] = [live.clock.now(), read()];
  await live.clock.advance(86_400_000);
  expect(live.clock.now() - before).toBeGreaterThanOrEqual(86_400_000);
  expect(read()).not.toBe(token);
});

test("an issuer that has one key gets further ones each time it is rotated, and tokens of the first still verify", async () => {
  await using live = await start("basic", { ...WELL_KNOWN_KEYS, issuerSigningKeys: WELL_KNOWN_KEYS.issuerSigningKeys.slice(0, 1) });
  const rotate = () => live.world.clock.run(() => live.world.rotateIssuerKey({ publish: true, keepOld: true }));
  const [first, second] = [await rotate(), await rotate()];
  expect([second.from, new Set([first.from, first.to, second.to]).size]).toEqual([first.to, 3]);
  expect(await exchangeToken(live)).toMatchObject({ status: 200 });
});

test("what is cut off in the world is cut off for a stranger", async () => {
  await using live = await start("basic");
  live.world.blockHost({ host: "sts.eu-west-1.amazonaws.com", how: "refused", from: null, durationMs: null });
  await expect(exchangeToken(live)).rejects.toThrow("fetch failed");
});

test("who was refused before any call is told, and the world is there all the same", async () => {
  await using live = await start("admission-refused");
  expect(live.refusal).toMatchObject({ status: expect.any(Number) });
  expect(live.containers()).toEqual([]);
});

test("a port that is taken is told by name, and nothing is left listening", async () => {
  await using first = await start("basic");
  const taken = first.endpoints.sts.port;
  const second = startSimulation({ scenario: load("basic"), keys: WELL_KNOWN_KEYS, seed: "1", ports: { sts: taken }, onError: () => expect.unreachable() });
  await expect(second).rejects.toMatchObject({ code: "ERR_PORT_TAKEN", message: `127.0.0.1:${taken} is taken: another program listens there` });
});
