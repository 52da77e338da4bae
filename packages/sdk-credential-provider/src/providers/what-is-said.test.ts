import { describe, expect, test } from "vitest";
import { SDK_IDS, type SdkId } from "../index.js";
import { CONFIG_FILE, CREDENTIALS_FILE, createPod, IRSA, KEYS, POD_IDENTITY, type PodOptions, STATIC_PROFILE } from "../pod.test-support.js";

const REGIONS = { AWS_REGION: "eu-west-1", AWS_DEFAULT_REGION: "eu-west-1" };
const ELSEWHERE = { ...REGIONS, AWS_CONTAINER_CREDENTIALS_FULL_URI: "http://keys.example/x" };
const NOT_VALID = "keys.example is not valid for container credentials: https, loopback, ECS or EKS hosts only";
const warningsOf = ({ notes }: ReturnType<typeof createPod>) => notes("sdk.warning").map(({ attributes }) => attributes.message);

describe("warnings", () => {
  test.each(SDK_IDS.filter((sdk) => sdk !== "js-v3"))("only js-v3 warns that keys stand back behind a profile: %s is silent", async (sdk) => {
    const environment = { ...IRSA, ...KEYS, AWS_PROFILE: "other" };
    const pod = createPod({ sdk, environment, files: { [CREDENTIALS_FILE]: STATIC_PROFILE.replace("default", "other") } });
    await pod.call();
    expect(warningsOf(pod)).toEqual([]);
  });

  test.each([
    { name: "that knows Pod Identity is silent", knowsPodIdentity: true, environment: ELSEWHERE, warnings: [] },
    {
      name: "of old warns of an endpoint that it does not go to",
      knowsPodIdentity: false,
      environment: { ...REGIONS, ...POD_IDENTITY },
      warnings: ['Ignoring, HTTP credential provider invalid endpoint host, "169.254.170.23", only loopback hosts are allowed.'],
    },
  ])("an SDK $name", async ({ knowsPodIdentity, environment, warnings }) => {
    const pod = createPod({ sdk: "go-v2", knowsPodIdentity, environment });
    await pod.call();
    expect(warningsOf(pod)).toEqual(warnings);
  });
});

test.each<{ readonly name: string; readonly pod: PodOptions; readonly code: string }>([
  {
    name: "a file that is not simulated",
    pod: { sdk: "botocore", environment: { ...REGIONS, BOTO_CONFIG: "/etc/keys" }, files: { "/etc/keys": "" } },
    code: "NotSimulated",
  },
  { name: "an STS module that is not there", pod: { sdk: "dotnet-v3", hasStsModule: false }, code: "StsModuleMissing" },
])("the code of $name is $code", async ({ pod, code }) => {
  const { call, notes } = createPod(pod);
  expect(await call()).toMatchObject({ ok: false, error: { code, wire: null } });
  expect(notes("sdk.provider").at(-1)?.attributes.code).toBe(code);
});

describe("a role with a source", () => {
  const role = (source: string) => ({ [CONFIG_FILE]: `[default]\nrole_arn = arn:aws:iam::1:role/x\n${source}\n` });

  test("whose source fails is not assumed, and the source's words are told", async () => {
    const pod = createPod({ sdk: "botocore", environment: ELSEWHERE, files: role("credential_source = EcsContainer") });
    expect([await pod.message(), pod.state.calls.length]).toEqual([NOT_VALID, 0]);
    expect(pod.notes("sdk.provider").at(-1)?.attributes).toMatchObject({ provider: "AssumeRoleProvider", verdict: "error" });
  });

  test.each([
    {
      name: "has nothing",
      source: "credential_source = Environment",
      said: "Error when retrieving credentials from Environment: No credentials found in credential_source referenced in profile default",
    },
    {
      name: "is known to nobody",
      source: "credential_source = Nowhere",
      said: 'The credential source "Nowhere" referenced in profile "default" is not valid.',
    },
    {
      name: "is one of two",
      source: "credential_source = Environment\nsource_profile = a\n[profile a]",
      said: 'The profile "default" contains both source_profile and credential_source.',
    },
    { name: "is an empty profile", source: "source_profile = a\n[profile a]", said: 'The source profile "a" must have credentials.' },
    {
      name: "leads back",
      source: "source_profile = a\n[profile a]\nrole_arn = arn:aws:iam::1:role/y\nsource_profile = default",
      said: "Infinite loop in credential configuration detected. Attempting to load from profile default which has already been visited. Visited profiles: ['default', 'a']",
    },
  ])("whose source $name has none", async ({ source, said }) => {
    const pod = createPod({ sdk: "botocore", environment: REGIONS, files: role(source) });
    expect(await pod.message()).toBe(said);
  });
});

describe("a role's source profile may have", () => {
  const TOKEN_FILE = IRSA.AWS_WEB_IDENTITY_TOKEN_FILE;
  test.each([
    { name: "keys", source: "aws_access_key_id = AKIA\naws_secret_access_key = s", actions: ["AssumeRole"] },
    {
      name: "web identity",
      source: `role_arn = arn:aws:iam::1:role/source\nweb_identity_token_file = ${TOKEN_FILE}`,
      actions: ["AssumeRoleWithWebIdentity", "AssumeRole"],
    },
    {
      name: "a role with a source of its own",
      source: "role_arn = arn:aws:iam::1:role/source\ncredential_source = Environment",
      actions: ["AssumeRole", "AssumeRole"],
    },
  ])("$name", async ({ source, actions }) => {
    const files = { [CONFIG_FILE]: `[profile last]\nrole_arn = arn:aws:iam::1:role/x\nsource_profile = first\n[profile first]\n${source}\n` };
    const pod = createPod({ sdk: "botocore", environment: { ...REGIONS, ...KEYS }, profile: "last", files });
    expect(await pod.winner()).toBe("P");
    expect(pod.state.calls.map((form) => form.get("Action"))).toEqual(actions);
  });
});

test("where keys of a profile came from is told", async () => {
  const pod = createPod({ sdk: "js-v3", environment: REGIONS, files: { [CREDENTIALS_FILE]: STATIC_PROFILE } });
  await pod.call();
  expect(pod.notes("sdk.credentials")[0]?.attributes).toEqual({ provider: "fromIni", source: "profile", accessKeyId: "AKIAPROFILE", profile: "default" });
});

test.each<{ readonly sdk: SdkId; readonly winner: string }>([
  { sdk: "js-v3", winner: "!" },
  { sdk: "java-v2", winner: "N" },
])("STS refuses web identity of a profile: $sdk", async ({ sdk, winner }) => {
  const files = { [CONFIG_FILE]: `[default]\nrole_arn = arn:aws:iam::1:role/x\nweb_identity_token_file = ${IRSA.AWS_WEB_IDENTITY_TOKEN_FILE}\n` };
  expect(await createPod({ sdk, environment: REGIONS, files, stsError: { status: 403, code: "AccessDenied" } }).winner()).toBe(winner);
});

describe("the system property aws.region", () => {
  test.each<{ readonly sdk: SdkId; readonly host: string }>([
    { sdk: "java-v2", host: "sts.us-east-1.amazonaws.com" },
    { sdk: "kotlin", host: "sts.us-east-1.amazonaws.com" },
    { sdk: "dotnet-v3", host: "sts.eu-west-1.amazonaws.com" },
  ])("$sdk: $host", async ({ sdk, host }) => {
    const pod = createPod({ sdk, systemProperties: { "aws.region": "us-east-1" } });
    await pod.call();
    expect(pod.state.hosts[0]).toBe(host);
  });
});
