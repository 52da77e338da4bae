/** What each SDK does in each situation, as golden files: who was asked and what they said, what the app is told, and of some calls all that the trace tells. */
import type { TraceEvent } from "@irsa-sim/core";
import { describe, expect, test } from "vitest";
import { SDK_IDS } from "./index.js";
import { CONFIG_FILE, CREDENTIALS_FILE, createPod, IRSA, KEYS, POD_IDENTITY, type PodOptions } from "./pod.test-support.js";

type Situation = Omit<PodOptions, "sdk"> & { readonly key?: string };

const REGIONS = { AWS_REGION: "eu-west-1", AWS_DEFAULT_REGION: "eu-west-1" };
const { AWS_ROLE_ARN: role, AWS_WEB_IDENTITY_TOKEN_FILE: tokenFile } = IRSA as Record<"AWS_ROLE_ARN" | "AWS_WEB_IDENTITY_TOKEN_FILE", string>;
const OFF: Situation["metadata"] = { endpoint: "disabled" };
const config = (text: string) => ({
  [CONFIG_FILE]: `[default]\nregion = eu-west-1\n${text}\n[profile keys]\naws_access_key_id = AKIAPROFILE\naws_secret_access_key = s\n`,
});
const sourceRole = (source: string, keys: Readonly<Record<string, string>> = {}): Situation => ({
  environment: { ...REGIONS, ...keys, AWS_SDK_LOAD_CONFIG: "1", AWS_PROFILE: "default", AWS_CONTAINER_CREDENTIALS_RELATIVE_URI: "/v2/credentials/task" },
  files: config(`role_arn = arn:aws:iam::1:role/x\n${source}\nduration_seconds = 1800\nrole_session_name = named`),
});

const SITUATIONS: Readonly<Record<string, Situation>> = {
  "a token and a role": {},
  "STS says AccessDenied": { stsError: { status: 403, code: "AccessDenied" }, metadata: OFF },
  "STS says IDPCommunicationError": { stsError: { status: 400, code: "IDPCommunicationError" }, metadata: OFF },
  "STS says InternalFailure": { stsError: { status: 500, code: "InternalFailure" }, metadata: OFF },
  "STS has no address": { environment: { ...IRSA, AWS_REGION: "eu-north-1", AWS_DEFAULT_REGION: "eu-north-1" }, metadata: OFF },
  "no token file": { token: null, metadata: OFF },
  "an empty token file": { token: "", metadata: OFF },
  "no role": { environment: { ...REGIONS, AWS_WEB_IDENTITY_TOKEN_FILE: tokenFile }, metadata: OFF },
  "a path that is not absolute": { environment: { ...IRSA, AWS_WEB_IDENTITY_TOKEN_FILE: "token" }, metadata: OFF },
  "a short session name": { environment: { ...IRSA, AWS_ROLE_SESSION_NAME: "a" }, metadata: OFF },
  "nothing at all": { environment: REGIONS, metadata: OFF },
  "no region": { environment: { AWS_ROLE_ARN: role, AWS_WEB_IDENTITY_TOKEN_FILE: tokenFile, AWS_EC2_METADATA_DISABLED: "TRUE" } },
  "keys with a session token": { environment: { ...REGIONS, ...KEYS, AWS_SESSION_TOKEN: "t" } },
  "half a key": { environment: { ...REGIONS, AWS_ACCESS_KEY_ID: "AKIAENV" }, metadata: OFF },
  "half a key in the profile": { environment: REGIONS, files: { [CREDENTIALS_FILE]: "[default]\naws_access_key_id = AKIAPROFILE\n" }, metadata: OFF },
  "a profile that is not there": { environment: { ...REGIONS, AWS_PROFILE: "nope" }, metadata: OFF },
  "a profile with web identity": {
    environment: { ...REGIONS, AWS_SDK_LOAD_CONFIG: "1" },
    files: config(`role_arn = ${role}\nweb_identity_token_file = ${tokenFile}\nrole_session_name = named`),
  },
  "a profile with a role of another's keys": sourceRole("source_profile = keys"),
  "a profile with a role of the environment's keys": sourceRole("credential_source = Environment", KEYS),
  "a profile with a role of the container's": sourceRole("credential_source = EcsContainer"),
  "a profile with a role and no source": sourceRole(""),
  "a profile with a role of a source that nobody knows": sourceRole("credential_source = Nowhere"),
  "a container's endpoint with another's token": {
    environment: { ...REGIONS, ...POD_IDENTITY },
    files: { [POD_IDENTITY.AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE]: "other" },
    metadata: OFF,
  },
  "a container's endpoint without its token file": {
    environment: { ...REGIONS, ...POD_IDENTITY, AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE: "/none" },
    metadata: OFF,
  },
  "a container's endpoint somewhere else": { environment: { ...REGIONS, AWS_CONTAINER_CREDENTIALS_FULL_URI: "http://keys.example/x" }, metadata: OFF },
  "a container's endpoint, an old SDK": { environment: { ...REGIONS, ...POD_IDENTITY }, knowsPodIdentity: false, metadata: OFF },
  "an object that S3 does not give": { key: "denied" },
  "an object whose name needs escapes": { key: "a b/c+d/\u00e9?" },
  "S3 has no address": { environment: { ...REGIONS, ...KEYS, AWS_REGION: "eu-north-1", AWS_DEFAULT_REGION: "eu-north-1" } },
  "the node's role": { environment: REGIONS },
  "the node has no role": { environment: REGIONS, metadata: { roleName: null } },
};

const situations = Object.entries(SITUATIONS);

/** One provider a line, then what the app is told. */
async function answersOf({ key, ...pod }: Situation & PodOptions): Promise<readonly string[]> {
  const { call, clock, notes, state } = createPod(pod);
  const before = clock.now();
  const result = await call(key);
  const asked = notes("sdk.provider").map(({ attributes: { provider, verdict, code, reason } }) =>
    ["  ", provider, verdict, ...[code, reason].filter((each) => each !== undefined)].join(" ").trimEnd(),
  );
  const outcome = result.ok
    ? `${result.status} ${result.body}`
    : `${result.error.code}: ${result.error.message}${result.error.wire === null ? "" : ` (on the wire: ${result.error.wire.status})`}`;
  return [...asked, `  = ${outcome} (STS called ${state.calls.length} times, ${clock.now() - before} ms)`];
}

test.each(SDK_IDS)("%s in each situation", async (sdk) => {
  const lines: string[] = [];
  for (const [name, situation] of situations) lines.push(name, ...(await answersOf({ sdk, ...situation })));
  await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot(`../__golden__/answers/${sdk}.txt`);
});

/** An event a line, without times, and without what the network itself records. */
function lineOf(event: TraceEvent): string {
  const where = `${event.step ?? "-"} ${event.actor}`;
  switch (event.kind) {
    case "span":
      return `${where} ${event.name}`;
    case "note":
      return `${where} ${event.name} ${JSON.stringify(event.attributes)}`;
    case "check":
      return `${where} ${event.check} (${event.title}) ${event.passed} ${event.expected.value} | ${event.actual.value} | ${event.reason}`;
    case "exchange": {
      const { method, url, headers, body } = event.request;
      return `${where} ${event.name} ${method} ${url} ${JSON.stringify(headers)} ${body} -> ${event.response?.status ?? event.failure?.code}`;
    }
    case "change":
      return `${where} ${event.what}`;
  }
}

describe("all that the trace tells", () => {
  test.each<{ readonly file: string; readonly pod: PodOptions }>([
    { file: "web-identity", pod: { sdk: "js-v3" } },
    { file: "chosen-and-refused", pod: { sdk: "go-v2", stsError: { status: 400, code: "InvalidIdentityToken" } } },
    { file: "assumed-with-source", pod: { sdk: "botocore", ...sourceRole("source_profile = keys") } },
    { file: "role-of-the-app", pod: { sdk: "java-v2", habits: { assumeRole: { roleArn: "arn:aws:iam::1:role/own" } } } },
    { file: "container", pod: { sdk: "ruby", environment: { ...REGIONS, ...POD_IDENTITY } } },
    { file: "node", pod: { sdk: "rust", environment: { AWS_EC2_METADATA_SERVICE_ENDPOINT: "http://169.254.169.254/" } } },
    { file: "node-too-far", pod: { sdk: "kotlin", environment: REGIONS, hopsToNode: 3 } },
    { file: "shadowed", pod: { sdk: "js-v3", environment: { ...IRSA, ...KEYS } } },
    { file: "unsigned", pod: { sdk: "cpp", environment: REGIONS, metadata: OFF } },
    {
      file: "properties",
      pod: { sdk: "java-v1", environment: REGIONS, systemProperties: { "aws.accessKeyId": "AKIAENV", "aws.secretKey": "s", "aws.sessionToken": "t" } },
    },
    { file: "disk", pod: { sdk: "aws-cli-v2" } },
  ])("$file", async ({ file, pod }) => {
    const { call, events } = createPod(pod);
    await call();
    await call();
    await expect(`${events.map(lineOf).join("\n")}\n`).toMatchFileSnapshot(`../__golden__/traces/${file}.txt`);
  });
});
