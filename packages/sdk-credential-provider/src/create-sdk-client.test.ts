import {
  createHostDirectory,
  createInMemoryFiles,
  createInMemoryTransport,
  createNetwork,
  createRandom,
  createTrace,
  epochMillis,
  generateRsaKey,
  type Handler,
  issueCertificate,
  type NoteEvent,
  trustAnchors,
  VirtualClock,
} from "@irsa-sim/core";
import { beforeAll, describe, expect, test } from "vitest";
import { createInstanceMetadata, createSdkClient, SDK_IDS, type SdkId } from "./index.js";

const NOW = Date.UTC(2026, 0, 5, 9);
const TOKEN_FILE = "/var/run/secrets/eks.amazonaws.com/serviceaccount/token";
const IRSA = {
  AWS_ROLE_ARN: "arn:aws:iam::111122223333:role/app",
  AWS_WEB_IDENTITY_TOKEN_FILE: TOKEN_FILE,
  AWS_REGION: "eu-west-1",
  AWS_DEFAULT_REGION: "eu-west-1",
};
const KEYS = { AWS_ACCESS_KEY_ID: "AKIAENV", AWS_SECRET_ACCESS_KEY: "secret" };

let root: string;
let certificate: { readonly chain: readonly string[]; readonly privateKey: string };
beforeAll(async () => {
  const privateKey = await generateRsaKey();
  const validity = { notBefore: new Date("2020-01-01T00:00:00Z"), notAfter: new Date("2030-01-01T00:00:00Z") };
  root = issueCertificate({ commonName: "root", hosts: [], privateKey, validity, serialNumber: "01" });
  const hosts = ["sts.eu-west-1.amazonaws.com", "*.s3.eu-west-1.amazonaws.com"];
  certificate = {
    chain: [issueCertificate({ commonName: "aws", hosts, privateKey, validity, serialNumber: "02" }, { certificate: root, privateKey })],
    privateKey,
  };
});

interface Container {
  readonly sdk: SdkId;
  readonly environment?: Readonly<Record<string, string>>;
  /** What STS answers with instead of credentials. */
  readonly stsError?: { readonly status: number; readonly code: string };
  readonly credentialsFile?: string;
  readonly tokenFile?: string | null;
}

/** An app in a container with IRSA's variables, a hand-made STS and S3, and a node that answers. */
function createContainer({ sdk, environment = IRSA, stsError, credentialsFile, tokenFile = "jwt-1" }: Container) {
  const clock = new VirtualClock(epochMillis(NOW));
  const trace = createTrace(clock);
  const state = { stsError, calls: [] as URLSearchParams[] };
  const sts: Handler = async (request) => {
    state.calls.push(new URLSearchParams(String(request.body)));
    const { stsError: error } = state;
    if (error !== undefined)
      return {
        status: error.status,
        headers: {},
        body: `<ErrorResponse><Error><Type>Sender</Type><Code>${error.code}</Code><Message>said no</Message></Error></ErrorResponse>`,
      };
    const expiration = new Date(clock.now() + 3_600_000).toISOString().replace(".000Z", "Z");
    const keys = `<AccessKeyId>ASIA${state.calls.length}</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken><Expiration>${expiration}</Expiration>`;
    return {
      status: 200,
      headers: {},
      body: `<AssumeRoleWithWebIdentityResponse><AssumeRoleWithWebIdentityResult><Credentials>${keys}</Credentials></AssumeRoleWithWebIdentityResult></AssumeRoleWithWebIdentityResponse>`,
    };
  };
  const s3: Handler = async (request) => ({ status: 200, headers: {}, body: /Credential=(\w+)/.exec(request.headers.authorization ?? "")?.[1] ?? "unsigned" });
  const hosts = createHostDirectory();
  hosts.listen({ host: "sts.eu-west-1.amazonaws.com", actor: "sts", handler: sts, certificate });
  hosts.listen({ host: "*.s3.eu-west-1.amazonaws.com", actor: "s3", handler: s3, certificate });
  const current = () => ({
    accessKeyId: "ASIANODE",
    secretAccessKey: "s",
    sessionToken: "t",
    issuedAt: clock.now(),
    expiresAt: epochMillis(clock.now() + 21_600_000),
  });
  const random = createRandom("sdk");
  const metadata = createInstanceMetadata({ clock, random, region: "eu-west-1", instanceId: "i-1", roleName: "node", credentials: { current } });
  hosts.listen({ host: "169.254.169.254", actor: "node", handler: metadata });
  const files = createInMemoryFiles(clock);
  const put = (path: string, text: string): void => {
    files.makeDirectory(path.slice(0, path.lastIndexOf("/")));
    files.write(path, new TextEncoder().encode(text));
  };
  if (tokenFile !== null) put(TOKEN_FILE, tokenFile);
  if (credentialsFile !== undefined) put("/root/.aws/credentials", credentialsFile);
  const client = createSdkClient({
    sdk,
    environment,
    files,
    network: createNetwork(hosts, createInMemoryTransport(hosts, clock)),
    tls: trustAnchors([root]),
    clock,
    random,
  });
  const call = () => clock.run(() => client.call({ action: "s3:GetObject", bucket: "b", key: "k" }, trace.root));
  const notes = (name: string): readonly NoteEvent[] => trace.events.filter((event): event is NoteEvent => event.kind === "note" && event.name === name);
  /** Which access key S3 saw, or the error's code. */
  const winner = async (): Promise<string> => {
    const result = await call();
    return result.ok ? result.body : `! ${result.error.code}`;
  };
  return { clock, state, call, winner, notes, put };
}

const PROFILE = "[default]\naws_access_key_id = AKIAPROFILE\naws_secret_access_key = s\n";
const without = (name: keyof typeof IRSA) => Object.fromEntries(Object.entries(IRSA).filter(([key]) => key !== name));

describe("who wins, the rows of the scenario matrix (section 5)", () => {
  const W = "ASIA1";
  const N = "ASIANODE";
  test.each<{ readonly row: string; readonly container: Omit<Container, "sdk">; readonly winners: Readonly<Record<SdkId, string>> }>([
    { row: "1 IRSA only", container: {}, winners: { "dotnet-v3": W, botocore: W, "js-v3": W } },
    { row: "2 environment keys", container: { environment: { ...IRSA, ...KEYS } }, winners: { "dotnet-v3": W, botocore: "AKIAENV", "js-v3": "AKIAENV" } },
    {
      row: "2b environment keys and AWS_PROFILE",
      container: { environment: { ...IRSA, ...KEYS, AWS_PROFILE: "default" }, credentialsFile: PROFILE },
      winners: { "dotnet-v3": W, botocore: "AKIAENV", "js-v3": "AKIAPROFILE" },
    },
    {
      row: "3 access key id only",
      container: { environment: { ...IRSA, AWS_ACCESS_KEY_ID: "AKIAENV" } },
      winners: { "dotnet-v3": W, botocore: "! PartialCredentialsError", "js-v3": W },
    },
    {
      row: "3b both keys, empty",
      container: { environment: { ...IRSA, AWS_ACCESS_KEY_ID: "", AWS_SECRET_ACCESS_KEY: "" } },
      winners: { "dotnet-v3": W, botocore: W, "js-v3": W },
    },
    { row: "4 static keys in [default]", container: { credentialsFile: PROFILE }, winners: { "dotnet-v3": W, botocore: W, "js-v3": "AKIAPROFILE" } },
    {
      row: "9 STS AccessDenied",
      container: { stsError: { status: 403, code: "AccessDenied" } },
      winners: { "dotnet-v3": "! AccessDenied", botocore: "! AccessDenied", "js-v3": "! AccessDenied" },
    },
    { row: "11 token file missing", container: { tokenFile: null }, winners: { "dotnet-v3": "! ENOENT", botocore: "! ENOENT", "js-v3": "! ENOENT" } },
    {
      row: "12 role variable missing",
      container: { environment: without("AWS_ROLE_ARN") },
      winners: { "dotnet-v3": N, botocore: "! InvalidConfigError", "js-v3": N },
    },
    {
      row: "13 token variable missing",
      container: { environment: without("AWS_WEB_IDENTITY_TOKEN_FILE") },
      winners: { "dotnet-v3": N, botocore: N, "js-v3": N },
    },
  ])("$row", async ({ container, winners }) => {
    const found = await Promise.all(SDK_IDS.map(async (sdk) => [sdk, await createContainer({ ...container, sdk }).winner()] as const));
    expect(Object.fromEntries(found)).toEqual(winners);
  });
});

describe("how often STS is asked before an SDK gives up", () => {
  test.each([
    { code: "AccessDenied", status: 403, calls: { "dotnet-v3": 1, botocore: 1, "js-v3": 1 } },
    { code: "InvalidIdentityToken", status: 400, calls: { "dotnet-v3": 5, botocore: 1, "js-v3": 1 } },
    { code: "IDPCommunicationError", status: 400, calls: { "dotnet-v3": 5, botocore: 5, "js-v3": 3 } },
    { code: "ExpiredTokenException", status: 400, calls: { "dotnet-v3": 1, botocore: 1, "js-v3": 1 } },
  ])("$code", async ({ code, status, calls }) => {
    for (const sdk of SDK_IDS) {
      const { call, state } = createContainer({ sdk, stsError: { status, code } });
      await call();
      expect([sdk, state.calls.length]).toEqual([sdk, calls[sdk]]);
    }
  });
});

describe("what the app is told", () => {
  test.each<{ readonly sdk: SdkId; readonly message: string }>([
    { sdk: "dotnet-v3", message: "Error calling AssumeRole for role arn:aws:iam::111122223333:role/app" },
    { sdk: "botocore", message: "An error occurred (AccessDenied) when calling the AssumeRoleWithWebIdentity operation: said no" },
    { sdk: "js-v3", message: "said no" },
  ])("$sdk", async ({ sdk, message }) => {
    const result = await createContainer({ sdk, stsError: { status: 403, code: "AccessDenied" } }).call();
    expect(result).toEqual({ ok: false, error: { code: "AccessDenied", message, wire: { code: "AccessDenied", status: 403, message: "said no" } } });
  });
});

describe("the exchange", () => {
  test.each<{ readonly sdk: SdkId; readonly name: RegExp }>([
    { sdk: "dotnet-v3", name: /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/ },
    { sdk: "botocore", name: /^botocore-session-1767603600$/ },
    { sdk: "js-v3", name: /^aws-sdk-js-session-1767603600000$/ },
  ])("$sdk sends the five parameters, with its own session name", async ({ sdk, name }) => {
    const { call, state } = createContainer({ sdk });
    await call();
    const form = state.calls[0] as URLSearchParams;
    expect([...form.keys()]).toEqual(["Action", "Version", "RoleArn", "RoleSessionName", "WebIdentityToken"]);
    expect(form.get("RoleSessionName")).toMatch(name);
    expect(form.get("WebIdentityToken")).toBe("jwt-1");
  });

  test("AWS_ROLE_SESSION_NAME wins", async () => {
    const { call, state } = createContainer({ sdk: "botocore", environment: { ...IRSA, AWS_ROLE_SESSION_NAME: "mine" } });
    await call();
    expect(state.calls[0]?.get("RoleSessionName")).toBe("mine");
  });
});

describe("refresh, by calls every ten minutes", () => {
  test.each<{ readonly sdk: SdkId; readonly exchanges: readonly number[] }>([
    { sdk: "dotnet-v3", exchanges: [0, 50, 100] },
    { sdk: "botocore", exchanges: [0, 50, 100] },
    { sdk: "js-v3", exchanges: [0, 60, 120] },
  ])("$sdk", async ({ sdk, exchanges }) => {
    const { call, clock, state, put } = createContainer({ sdk });
    const minutes: number[] = [];
    for (let minute = 0; minute <= 120; minute += 10) {
      const before = state.calls.length;
      put(TOKEN_FILE, `jwt-at-${minute}`);
      expect((await call()).ok).toBe(true);
      await clock.advanceBy(0);
      if (state.calls.length > before) {
        minutes.push(minute);
        expect(state.calls.at(-1)?.get("WebIdentityToken")).toBe(`jwt-at-${minute}`);
      }
      await clock.advanceBy(600_000);
    }
    expect(minutes).toEqual(exchanges);
  });

  test.each<{ readonly sdk: SdkId; readonly minute: number; readonly ok: boolean }>([
    { sdk: "dotnet-v3", minute: 46, ok: false },
    { sdk: "botocore", minute: 46, ok: true },
    { sdk: "botocore", minute: 51, ok: false },
    { sdk: "js-v3", minute: 58, ok: true },
    { sdk: "js-v3", minute: 61, ok: false },
  ])("a refusal at minute $minute: $sdk goes on: $ok", async ({ sdk, minute, ok }) => {
    const { call, clock, state, notes } = createContainer({ sdk });
    await call();
    await clock.advanceBy(minute * 60_000);
    state.stsError = { status: 403, code: "AccessDenied" };
    expect((await call()).ok).toBe(ok);
    await clock.advanceBy(0);
    expect(notes("sdk.refresh-failed").length).toBe(ok ? 1 : 0);
  });
});

test("the trace names every provider that was asked, and those that were not reached", async () => {
  const { call, notes } = createContainer({ sdk: "dotnet-v3" });
  await call();
  expect(notes("sdk.provider").map(({ attributes }) => [attributes.position, attributes.verdict])).toEqual([
    [1, "skip"],
    [2, "match"],
  ]);
  expect(notes("sdk.providers-not-reached")[0]?.attributes.providers).toEqual([
    "CredentialProfileStoreChain",
    "EnvironmentVariablesAWSCredentials",
    "container wrapper",
    "DefaultInstanceProfileAWSCredentials",
  ]);
  expect(notes("sdk.credentials")[0]?.attributes).toMatchObject({ source: "web-identity", roleArn: IRSA.AWS_ROLE_ARN, expiration: "2026-01-05T10:00:00Z" });
});
