import { describe, expect, test } from "vitest";
import { SDK_IDS, type SdkId } from "../index.js";
import { CONFIG_FILE, createPod, IRSA } from "../pod.test-support.js";

const UUID = "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";
const FOREVER = { sessionSeconds: 1 };

describe("the session name that CloudTrail shows", () => {
  test.each<{ readonly sdk: SdkId; readonly name: RegExp; readonly renewed: boolean }>([
    { sdk: "dotnet-v3", name: new RegExp(`^${UUID}$`), renewed: false },
    { sdk: "dotnet-v4", name: new RegExp(`^${UUID}$`), renewed: false },
    { sdk: "botocore", name: /^botocore-session-1767603600$/, renewed: false },
    { sdk: "js-v3", name: /^aws-sdk-js-session-1767603600000$/, renewed: true },
    { sdk: "js-v2", name: /^token-file-web-identity$/, renewed: false },
    { sdk: "go-v2", name: /^1767603600000000000$/, renewed: true },
    { sdk: "go-v1", name: /^1767603600000000000$/, renewed: true },
    { sdk: "java-v2", name: /^aws-sdk-java-1767603600000$/, renewed: false },
    { sdk: "java-v1", name: /^aws-sdk-java-1767603600000$/, renewed: false },
    { sdk: "rust", name: /^web-identity-token-1767603600000$/, renewed: true },
    { sdk: "php", name: /^aws-sdk-php-1767603600000$/, renewed: false },
    { sdk: "ruby", name: /^[A-Za-z0-9+/]{48}$/, renewed: false },
    { sdk: "cpp", name: new RegExp(`^${UUID}$`), renewed: false },
    { sdk: "kotlin", name: /^aws-sdk-kotlin-1767603600000$/, renewed: false },
  ])("$sdk, made anew for each call: $renewed", async ({ sdk, name, renewed }) => {
    const { call, clock, state } = createPod({ sdk, ...FOREVER });
    await call();
    await clock.advanceBy(5000);
    await call();
    const sent = state.calls.map((form) => form.get("RoleSessionName"));
    expect(sent[0]).toMatch(name);
    expect(sent.at(-1) !== sent[0]).toBe(renewed);
  });

  test.each(SDK_IDS)("AWS_ROLE_SESSION_NAME wins in %s", async (sdk) => {
    const { call, state } = createPod({ sdk, environment: { ...IRSA, AWS_ROLE_SESSION_NAME: "mine" } });
    await call();
    expect(state.calls[0]?.get("RoleSessionName")).toBe("mine");
  });

  test.each([
    { sdk: "rust", name: "web-identity-token-profile-1767603600000" },
    { sdk: "js-v3", name: "aws-sdk-js-session-1767603600000" },
  ] as const)("a profile's web identity in $sdk", async ({ sdk, name }) => {
    const config = `[default]\nregion = eu-west-1\nrole_arn = ${IRSA.AWS_ROLE_ARN}\nweb_identity_token_file = ${IRSA.AWS_WEB_IDENTITY_TOKEN_FILE}\n`;
    const { call, state } = createPod({ sdk, environment: { AWS_REGION: "eu-west-1" }, files: { [CONFIG_FILE]: config } });
    await call();
    expect(state.calls[0]?.get("RoleSessionName")).toBe(name);
  });

  test("a profile's plain AssumeRole in js-v3 is named differently, and signed", async () => {
    const config = "[default]\nrole_arn = arn:aws:iam::1:role/x\nsource_profile = s\n[profile s]\naws_access_key_id = AKIASOURCE\naws_secret_access_key = s\n";
    const { call, state } = createPod({ sdk: "js-v3", files: { [CONFIG_FILE]: config } });
    await call();
    expect(state.calls[0]?.get("Action")).toBe("AssumeRole");
    expect(state.calls[0]?.get("RoleSessionName")).toBe("aws-sdk-js-1767603600000");
  });
});

describe("what is sent", () => {
  test.each(SDK_IDS)("%s sends the five parameters and no policy; a duration only if it is Kotlin", async (sdk) => {
    const { call, state } = createPod({ sdk });
    await call();
    const form = state.calls[0] as URLSearchParams;
    const duration = sdk === "kotlin" ? ["DurationSeconds"] : [];
    expect([...form.keys()]).toEqual(["Action", "Version", "RoleArn", "RoleSessionName", "WebIdentityToken", ...duration]);
    expect(form.get("DurationSeconds")).toBe(sdk === "kotlin" ? "900" : null);
  });

  test.each(SDK_IDS)("the token file's line break goes on the wire, but not in Java v1: %s", async (sdk) => {
    const { call, state } = createPod({ sdk, token: "jwt-1\n" });
    await call();
    expect(state.calls[0]?.get("WebIdentityToken")).toBe(sdk === "java-v1" ? "jwt-1" : "jwt-1\n");
  });

  test.each(SDK_IDS)("the token file is read anew for each call of STS: %s", async (sdk) => {
    const { call, clock, state, put } = createPod({ sdk, ...FOREVER });
    await call();
    put(IRSA.AWS_WEB_IDENTITY_TOKEN_FILE as string, "jwt-2");
    await clock.advanceBy(5000);
    await call();
    expect([...new Set(state.calls.map((form) => form.get("WebIdentityToken")))]).toEqual(["jwt-1", "jwt-2"]);
  });
});

describe("the token file that cannot be read", () => {
  test(".NET reads four times, with pauses that grow to about a second", async () => {
    const { call, clock } = createPod({ sdk: "dotnet-v3", token: null });
    const before = clock.now();
    await call();
    expect(clock.now() - before).toBe(1400);
  });

  test(".NET goes on when the file appears in between", async () => {
    const { winner, clock, put } = createPod({ sdk: "dotnet-v3", token: null });
    clock.at((clock.now() + 300) as ReturnType<typeof clock.now>, () => put(IRSA.AWS_WEB_IDENTITY_TOKEN_FILE as string, "late"));
    expect(await winner()).toBe("W");
  });

  test("PHP reads an empty file again, and then goes to the node's role", async () => {
    const { winner, notes, state } = createPod({ sdk: "php", token: "" });
    expect(await winner()).toBe("N");
    expect(state.calls).toEqual([]);
    expect(notes("sdk.provider").map(({ attributes }) => attributes.reason)).toContain(
      `Error reading WebIdentityTokenFile from ${IRSA.AWS_WEB_IDENTITY_TOKEN_FILE}`,
    );
  });
});

describe("the AWS CLI's cache on disk", () => {
  const CACHE = "/root/.aws/cli/cache";

  test.each(["aws-cli-v1", "aws-cli-v2"] as const)("each call is a process of its own, and takes what the last one left: %s", async (sdk) => {
    const { call, state, files } = createPod({ sdk });
    await call();
    await call();
    expect(state.calls.length).toBe(1);
    expect(files.list(CACHE)).toEqual([expect.stringMatching(/^[0-9a-f]{40}\.json$/)]);
  });

  test("credentials with 15 minutes left are not taken", async () => {
    const { call, state, clock } = createPod({ sdk: "aws-cli-v2" });
    await call();
    await clock.advanceBy(2_699_000);
    await call();
    expect(state.calls.length).toBe(1);
    await clock.advanceBy(1000);
    await call();
    expect(state.calls.length).toBe(2);
  });

  test("a home directory that is shared serves another pod's credentials for the same role, whatever its token", async () => {
    const first = createPod({ sdk: "aws-cli-v2" });
    await first.call();
    const second = createPod({ sdk: "aws-cli-v2", disk: first.files, token: "token of another cluster", stsError: { status: 403, code: "AccessDenied" } });
    expect(await second.winner()).toBe("W");
  });

  test("a session name that is given takes part in the key", async () => {
    const first = createPod({ sdk: "aws-cli-v2" });
    await first.call();
    const second = createPod({ sdk: "aws-cli-v2", disk: first.files, environment: { ...IRSA, AWS_ROLE_SESSION_NAME: "mine" } });
    await second.call();
    expect(second.state.calls.length).toBe(1);
    expect(first.files.list(CACHE).length).toBe(2);
  });

  test("botocore keeps nothing on disk", async () => {
    const { call, files } = createPod({ sdk: "botocore" });
    await call();
    expect(files.stat(CACHE)).toBeNull();
  });
});
