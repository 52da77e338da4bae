import {
  createHostDirectory,
  createInMemoryTransport,
  createNetwork,
  createRandom,
  createTrace,
  epochMillis,
  type Handler,
  type NoteEvent,
  trustAnchors,
  VirtualClock,
} from "@irsa-sim/core";
import { describe, expect, test } from "vitest";
import { createTokenManager, isCollected } from "./token-manager.js";

const WANTED = { namespace: "default", serviceAccountName: "my-sa", audience: "sts.amazonaws.com", expirationSeconds: 600, pod: { name: "web-0", uid: "uid" } };
const KEY = '"my-sa"/"default"/[]string{"sts.amazonaws.com"}/600/v1.BoundObjectReference{Kind:"Pod", APIVersion:"v1", Name:"web-0", UID:"uid"}/"uid"';

function create(minorVersion = 36) {
  const clock = new VirtualClock(epochMillis(0));
  const trace = createTrace(clock);
  const state: { answer: "token" | "failure" | "no-endpoint"; requests: number } = { answer: "token", requests: 0 };
  const handler: Handler = async () => {
    state.requests += 1;
    if (state.answer === "failure") return { status: 403, headers: {}, body: '{"message":"no"}' };
    if (state.answer === "no-endpoint") return { status: 404, headers: {}, body: "404 page not found" };
    const status = { token: `t${state.requests}`, expirationTimestamp: new Date(clock.now() + 600_000).toISOString() };
    return { status: 201, headers: {}, body: JSON.stringify({ spec: { expirationSeconds: 600 }, status }) };
  };
  const hosts = createHostDirectory();
  hosts.listen({ host: "api.test", actor: "api-server", handler });
  const client = {
    network: createNetwork(hosts, createInMemoryTransport(hosts, clock), clock),
    apiServerUrl: "http://api.test",
    bearerToken: "k",
    tls: trustAnchors([]),
  };
  const tokens = createTokenManager({ client, clock, random: createRandom("tokens"), minorVersion });
  const get = (change: Partial<typeof WANTED> = {}) => tokens.get({ ...WANTED, ...change }, trace.root);
  const notes = () => trace.events.filter((event): event is NoteEvent => event.kind === "note" && event.name === "kubelet.refresh-failed");
  return { clock, tokens, state, get, notes, trace };
}

describe("the cache's key (section 5.1)", () => {
  test.each([
    { name: "the same: one request", change: {}, requests: 1 },
    { name: "another service account", change: { serviceAccountName: "other" }, requests: 2 },
    { name: "another namespace", change: { namespace: "other" }, requests: 2 },
    { name: "another audience", change: { audience: "other" }, requests: 2 },
    { name: "another lifetime asked for", change: { expirationSeconds: 601 }, requests: 2 },
    { name: "another pod", change: { pod: { name: "web-0", uid: "other" } }, requests: 2 },
  ])("$name", async ({ change, requests }) => {
    const { get, state } = create();
    await get();
    await get(change);
    expect(state.requests).toBe(requests);
  });
});

describe("what a volume gets (section 5.2)", () => {
  test("a hit that needs no refresh is the cached token", async () => {
    const { clock, get } = create();
    await get();
    await clock.advanceBy(470_000);
    expect((await get()).token).toBe("t1");
  });

  test("a success behind the refresh point is stored", async () => {
    const { clock, get } = create();
    await get();
    await clock.advanceBy(480_001);
    expect([(await get()).token, (await get()).token]).toEqual(["t2", "t2"]);
  });

  test("a failure without a cached token", async () => {
    const { get, state } = create();
    state.answer = "failure";
    await expect(get()).rejects.toThrow("failed to fetch token: no");
  });

  test("a failure while the old token is valid: the old one, and a log line", async () => {
    const { clock, get, state, notes } = create();
    await get();
    state.answer = "failure";
    await clock.advanceBy(599_000);
    expect((await get()).token).toBe("t1");
    expect(notes()[0]?.attributes.message).toBe("Couldn't update token: no");
  });

  test("a failure with an expired token names its key", async () => {
    const { clock, get, state } = create();
    await get();
    state.answer = "failure";
    await clock.advanceBy(600_001);
    await expect(get()).rejects.toThrow(`token ${KEY} expired and refresh failed: no`);
  });

  test("a failure at the very end of the old token's life: the old one", async () => {
    const { clock, get, state } = create();
    await get();
    state.answer = "failure";
    await clock.advanceBy(600_000);
    expect((await get()).token).toBe("t1");
  });

  test("a failure with an expired token for the API server names no audience", async () => {
    const { clock, get, state } = create();
    await get({ audience: "" });
    state.answer = "failure";
    await clock.advanceBy(600_001);
    await expect(get({ audience: "" })).rejects.toThrow(KEY.replace('[]string{"sts.amazonaws.com"}', "[]string(nil)"));
  });

  test("after the loop of 60 s has met the expired entry it is gone", async () => {
    const { clock, get, state } = create();
    await get();
    state.answer = "failure";
    await clock.advanceBy(660_000);
    await expect(get()).rejects.toThrow("failed to fetch token: no");
  });

  test("a server without the endpoint", async () => {
    const { get, state } = create();
    state.answer = "no-endpoint";
    await expect(get()).rejects.toThrow("failed to fetch token: the API server does not have TokenRequest endpoints enabled");
  });

  test("there is no memory of errors: the next sync asks again", async () => {
    const { get, state } = create();
    state.answer = "failure";
    await expect(get()).rejects.toThrow();
    state.answer = "token";
    expect((await get()).token).toBe("t2");
  });
});

describe("why a token is asked for stands in the trace", () => {
  const needed = { serviceAccount: "default/my-sa", audience: "sts.amazonaws.com", expirationSeconds: 600 };
  const spansOf = ({ trace }: ReturnType<typeof create>) =>
    trace.events.flatMap((event) => (event.kind === "span" ? [[event.name, event.step, event.actor]] : []));
  const needsOf = ({ trace }: ReturnType<typeof create>) =>
    trace.events.flatMap((event) => (event.kind === "note" && event.name === "kubelet.token-needed" ? [event.attributes] : []));

  test("there is none, then it is past its refresh point; one that is fresh needs no words", async () => {
    const world = create();
    await world.get();
    await world.get();
    await world.clock.advanceBy(480_001);
    await world.get();
    expect(needsOf(world)).toEqual([
      { ...needed, reason: "missing" },
      { ...needed, reason: "past-80-percent", expiresAt: "1970-01-01T00:10:00Z" },
    ]);
  });

  test.each([
    { name: "for AWS in steps 3 and 4", inFlow: undefined, steps: [3, 4] },
    { name: "for the API server in none", inFlow: false, steps: [null, null] },
  ])("$name", async ({ inFlow, steps }) => {
    const world = create();
    await world.tokens.get(WANTED, world.trace.root, inFlow);
    expect(spansOf(world)).toEqual([
      ["Check the token", steps[0], "kubelet"],
      ["Ask for a token", steps[1], "kubelet"],
    ]);
  });
});

describe("removal (section 5.4)", () => {
  test("a pod's teardown drops its tokens, and no others", async () => {
    const { get, tokens, state } = create();
    await get();
    await get({ pod: { name: "web-1", uid: "other" } });
    tokens.forget("uid");
    await get();
    await get({ pod: { name: "web-1", uid: "other" } });
    expect(state.requests).toBe(3);
  });

  test("a restart drops all", async () => {
    const { get, tokens, state } = create();
    await get();
    tokens.clear();
    await get();
    expect(state.requests).toBe(2);
  });

  test.each([
    { name: "not expired", expiresAt: 100_000, now: 99_000, collected: false },
    { name: "expired, the loop is still to come", expiresAt: 100_000, now: 119_999, collected: false },
    { name: "expired, the loop has met it", expiresAt: 100_000, now: 120_000, collected: true },
    { name: "expired at the very loop", expiresAt: 120_000, now: 121_000, collected: false },
  ])("$name", ({ expiresAt, now, collected }) => {
    expect(isCollected(epochMillis(expiresAt), epochMillis(0), epochMillis(now))).toBe(collected);
  });
});
