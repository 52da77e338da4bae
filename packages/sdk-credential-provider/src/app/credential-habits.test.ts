import { describe, expect, test } from "vitest";
import { createPod } from "../pod.test-support.js";

const HOUR_MS = 3_600_000;
const TOKEN_FILE = "/var/run/secrets/eks.amazonaws.com/serviceaccount/token";
const ROLE = "arn:aws:iam::111122223333:role/other";

const tokensOf = ({ state }: ReturnType<typeof createPod>) => state.calls.map((form) => form.get("WebIdentityToken"));

describe("an app that reads once", () => {
  test("keeps the token: a later exchange sends the first one, and says since when", async () => {
    const pod = createPod({ sdk: "js-v3", habits: { keeps: "token" } });
    await pod.call();
    pod.put(TOKEN_FILE, "jwt-2");
    await pod.clock.advanceBy(2 * HOUR_MS);
    await pod.call();
    expect(tokensOf(pod)).toEqual(["jwt-1", "jwt-1"]);
    expect(pod.notes("app.token-reused").map(({ attributes }) => attributes)).toEqual([{ readAt: "2026-01-05T09:00:00Z" }]);
  });

  test("without the habit the file is read anew", async () => {
    const pod = createPod({ sdk: "js-v3" });
    await pod.call();
    pod.put(TOKEN_FILE, "jwt-2");
    await pod.clock.advanceBy(2 * HOUR_MS);
    await pod.call();
    expect([tokensOf(pod), pod.notes("app.token-reused")]).toEqual([["jwt-1", "jwt-2"], []]);
  });

  test("a token that could not be read is not kept", async () => {
    const pod = createPod({ sdk: "js-v3", token: null, habits: { keeps: "token" } });
    expect((await pod.call()).ok).toBe(false);
    pod.put(TOKEN_FILE, "jwt-2");
    await pod.call();
    expect(tokensOf(pod)).toEqual(["jwt-2"]);
  });

  test("keeps the credentials: STS is never asked again", async () => {
    const pod = createPod({ sdk: "botocore", habits: { keeps: "credentials" } });
    await pod.call();
    await pod.clock.advanceBy(2 * HOUR_MS);
    await pod.call();
    expect(pod.state.calls.length).toBe(1);
    expect(pod.notes("app.credentials-reused").map(({ attributes }) => attributes)).toEqual([{ accessKeyId: "ASIAWEB1", takenAt: "2026-01-05T09:00:00Z" }]);
  });

  test("does not keep an error", async () => {
    const pod = createPod({ sdk: "botocore", stsError: { status: 403, code: "AccessDenied" }, habits: { keeps: "credentials" } });
    expect(await pod.winner()).toBe("!");
    pod.state.stsError = undefined;
    expect(await pod.winner()).toBe("W");
  });
});

describe("a new client for each call", () => {
  test.each([
    { name: "asks STS each time", habits: {}, tokens: ["jwt-1", "jwt-2"] },
    { name: "is given the same token", habits: { keeps: "token" }, tokens: ["jwt-1", "jwt-1"] },
    { name: "is given the same credentials", habits: { keeps: "credentials" }, tokens: ["jwt-1"] },
    { name: "assumes the app's role each time", habits: { assumeRole: { roleArn: ROLE } }, tokens: ["jwt-1", null, "jwt-2", null] },
  ] as const)("$name", async ({ habits, tokens }) => {
    const pod = createPod({ sdk: "php", habits: { ...habits, newClientPerCall: true } });
    await pod.call();
    pod.put(TOKEN_FILE, "jwt-2");
    await pod.call();
    expect(tokensOf(pod)).toEqual(tokens);
  });
});

describe("the duration of the exchange", () => {
  test.each([
    { name: "the app's", sdk: "js-v3", durationSeconds: 7200, sent: "7200" },
    { name: "the app's before the SDK's", sdk: "kotlin", durationSeconds: 7200, sent: "7200" },
    { name: "the SDK's", sdk: "kotlin", durationSeconds: undefined, sent: "900" },
    { name: "none", sdk: "js-v3", durationSeconds: undefined, sent: null },
  ] as const)("$name", async ({ sdk, durationSeconds, sent }) => {
    const pod = createPod({ sdk, habits: { durationSeconds } });
    await pod.call();
    expect(pod.state.calls[0]?.get("DurationSeconds")).toBe(sent);
  });
});

describe("when credentials are replaced, in seconds before their end", () => {
  test.each([
    { name: "Go v2 by itself", sdk: "go-v2", window: undefined, left: 1, calls: 1 },
    { name: "Go v2 with five minutes", sdk: "go-v2", window: 300, left: 300, calls: 2 },
    { name: "Go v2 with five minutes, before them", sdk: "go-v2", window: 300, left: 301, calls: 1 },
    { name: "botocore with none: neither of its windows is left", sdk: "botocore", window: 0, left: 1, calls: 1 },
    { name: "Rust with none: nor is its jitter", sdk: "rust", window: 0, left: 1, calls: 1 },
    { name: "none, and expired", sdk: "botocore", window: 0, left: 0, calls: 2 },
  ] as const)("$name", async ({ sdk, window, left, calls }) => {
    const pod = createPod({ sdk, habits: { expiryWindowSeconds: window } });
    await pod.call();
    await pod.clock.advanceBy(HOUR_MS - left * 1000);
    await pod.call();
    await pod.clock.advanceBy(0);
    expect(pod.state.calls.length).toBe(calls);
  });
});

test("an app that keeps credentials keeps none where the SDK sends its requests unsigned", async () => {
  const pod = createPod({ sdk: "cpp", environment: {}, metadata: { endpoint: "disabled" }, habits: { keeps: "credentials" } });
  expect([(await pod.call()).ok, (await pod.call()).ok]).toEqual([true, true]);
  expect(pod.notes("app.credentials-reused")).toEqual([]);
});

describe("a role of the app's own", () => {
  const actions = ({ state }: ReturnType<typeof createPod>) => state.calls.map((form) => form.get("Action"));

  test("is assumed with what the SDK found, in step 8", async () => {
    const pod = createPod({ sdk: "go-v2", habits: { assumeRole: { roleArn: ROLE, sessionName: "mine", durationSeconds: 7200 } } });
    expect(await pod.winner()).toBe("P");
    expect(actions(pod)).toEqual(["AssumeRoleWithWebIdentity", "AssumeRole"]);
    expect(Object.fromEntries(pod.state.calls[1] ?? [])).toMatchObject({ RoleArn: ROLE, RoleSessionName: "mine", DurationSeconds: "7200" });
    expect(pod.exchanges("AssumeRole").map(({ step }) => step)).toEqual([8]);
    expect(pod.notes("sdk.credentials").at(-1)?.attributes).toMatchObject({ source: "assume-role", roleArn: ROLE, sessionName: "mine" });
  });

  test("without a duration none is sent, and the SDK makes the name", async () => {
    const pod = createPod({ sdk: "js-v3", habits: { assumeRole: { roleArn: ROLE } } });
    await pod.call();
    expect(pod.state.calls[1]?.get("DurationSeconds")).toBeNull();
    expect(pod.state.calls[1]?.get("RoleSessionName")).toBe(`aws-sdk-js-${Date.UTC(2026, 0, 5, 9)}`);
  });

  test("is cached, and assumed again with new credentials behind it", async () => {
    const pod = createPod({ sdk: "go-v2", habits: { assumeRole: { roleArn: ROLE } } });
    await pod.call();
    await pod.call();
    await pod.clock.advanceBy(HOUR_MS);
    await pod.call();
    expect(actions(pod)).toEqual(["AssumeRoleWithWebIdentity", "AssumeRole", "AssumeRoleWithWebIdentity", "AssumeRole"]);
  });

  test("a profile in code, which is all that .NET then looks at, does not hide it", async () => {
    const files = { "/root/.aws/credentials": "[a]\naws_access_key_id = AKIAPROFILE\naws_secret_access_key = s\n" };
    const pod = createPod({ sdk: "dotnet-v3", profile: "a", files, habits: { assumeRole: { roleArn: ROLE } } });
    await pod.call();
    expect(actions(pod)).toEqual(["AssumeRole"]);
  });

  test("what keeps the SDK from credentials is what the app is told", async () => {
    const pod = createPod({ sdk: "go-v2", stsError: { status: 403, code: "AccessDenied" }, habits: { assumeRole: { roleArn: ROLE } } });
    expect(await pod.message()).toContain("operation error STS: AssumeRoleWithWebIdentity");
  });

  test("without credentials there is nothing to assume it with", async () => {
    const pod = createPod({ sdk: "cpp", environment: {}, metadata: { endpoint: "disabled" }, habits: { assumeRole: { roleArn: ROLE } } });
    expect((await pod.call()).ok).toBe(true);
    expect(actions(pod)).toEqual([]);
  });
});

test("a profile's role lasts as long as its duration_seconds says", async () => {
  const config = `[default]\nrole_arn = ${ROLE}\nsource_profile = keys\nduration_seconds = 7200\n[profile keys]\naws_access_key_id = AKIA\naws_secret_access_key = s\n`;
  const pod = createPod({ sdk: "botocore", environment: { AWS_REGION: "eu-west-1", AWS_DEFAULT_REGION: "eu-west-1" }, files: { "/root/.aws/config": config } });
  await pod.call();
  expect(pod.state.calls[0]?.get("DurationSeconds")).toBe("7200");
});
