import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CHAINS } from "./chains/chains.js";
import { SDK_IDS, type SdkId } from "./index.js";
import { CONFIG_FILE, CREDENTIALS_FILE, createPod, IRSA, KEYS, POD_IDENTITY, type PodOptions, STATIC_PROFILE } from "./pod.test-support.js";

const OTHER_PROFILE = STATIC_PROFILE.replace("default", "other");
const REGIONS = { AWS_REGION: "eu-west-1", AWS_DEFAULT_REGION: "eu-west-1" };

describe("a profile that is chosen in code, or by --profile", () => {
  test.each<{ readonly sdk: SdkId; readonly winner: string }>([
    { sdk: "dotnet-v3", winner: "P" },
    { sdk: "dotnet-v4", winner: "P" },
    { sdk: "botocore", winner: "P" },
    { sdk: "aws-cli-v1", winner: "P" },
    { sdk: "aws-cli-v2", winner: "P" },
    { sdk: "js-v3", winner: "P" },
    { sdk: "js-v2", winner: "P" },
    { sdk: "go-v2", winner: "P" },
    { sdk: "go-v1", winner: "P" },
    { sdk: "rust", winner: "P" },
    { sdk: "ruby", winner: "P" },
    { sdk: "cpp", winner: "P" },
  ])("disables IRSA in $sdk when the profile has keys", async ({ sdk, winner }) => {
    expect(await createPod({ sdk, profile: "other", files: { [CREDENTIALS_FILE]: OTHER_PROFILE } }).winner()).toBe(winner);
  });

  test.each(["botocore", "aws-cli-v1", "aws-cli-v2", "go-v2", "go-v1"] as const)("lands on the node's role in %s when the profile is empty", async (sdk) => {
    const files = { [CONFIG_FILE]: "[profile empty]\nregion = eu-west-1\n" };
    expect(await createPod({ sdk, profile: "empty", environment: { ...IRSA, ...KEYS }, files }).winner()).toBe("N");
  });

  test("AWS_PROFILE has neither effect in botocore", async () => {
    const files = { [CONFIG_FILE]: "[profile empty]\nregion = eu-west-1\n" };
    expect(await createPod({ sdk: "botocore", environment: { ...IRSA, AWS_PROFILE: "empty" }, files }).winner()).toBe("W");
  });

  test("in .NET the rest of the chain is not asked", async () => {
    const { winner, notes } = createPod({ sdk: "dotnet-v4", profile: "nope" });
    expect(await winner()).toBe("!");
    expect(notes("sdk.provider").map(({ attributes }) => attributes.kind)).toEqual(["profile"]);
  });
});

describe("single findings about one SDK", () => {
  test.each<{ readonly name: string; readonly pod: PodOptions; readonly winner: string }>([
    {
      name: "js-v3: [default] with only a region does not shadow IRSA",
      pod: { sdk: "js-v3", files: { [CONFIG_FILE]: "[default]\nregion = eu-west-1\n" } },
      winner: "W",
    },
    {
      name: "js-v3: AWS_PROFILE naming a missing profile silently disables environment keys",
      pod: { sdk: "js-v3", environment: { ...IRSA, ...KEYS, AWS_PROFILE: "nope" } },
      winner: "W",
    },
    {
      name: "js-v3: a circle of source profiles is passed over",
      pod: { sdk: "js-v3", files: { [CONFIG_FILE]: "[default]\nrole_arn = a\nsource_profile = b\n[profile b]\nrole_arn = b\nsource_profile = default\n" } },
      winner: "W",
    },
    {
      name: "js-v3: both sources at once are passed over",
      pod: { sdk: "js-v3", files: { [CONFIG_FILE]: "[default]\nrole_arn = a\nsource_profile = b\ncredential_source = Environment\n" } },
      winner: "W",
    },
    {
      name: "js-v3: STS refusing the profile's own role ends the chain",
      pod: {
        sdk: "js-v3",
        stsError: { status: 403, code: "AccessDenied" },
        environment: REGIONS,
        files: { [CONFIG_FILE]: "[default]\nrole_arn = a\nsource_profile = b\n[profile b]\naws_access_key_id = A\naws_secret_access_key = s\n" },
      },
      winner: "!",
    },
    {
      name: "js-v3: any AWS_EC2_METADATA_DISABLED but false switches the metadata off",
      pod: { sdk: "js-v3", environment: { ...REGIONS, AWS_EC2_METADATA_DISABLED: "yes" } },
      winner: "!",
    },
    { name: "botocore: only true does", pod: { sdk: "botocore", environment: { ...REGIONS, AWS_EC2_METADATA_DISABLED: "yes" } }, winner: "N" },
    {
      name: "botocore: credential_source takes the node's role as the source",
      pod: { sdk: "botocore", files: { [CONFIG_FILE]: "[default]\nrole_arn = arn:aws:iam::1:role/x\ncredential_source = Ec2InstanceMetadata\n" } },
      winner: "P",
    },
    {
      name: "botocore: token from the environment and role from the profile mix",
      pod: {
        sdk: "botocore",
        environment: { ...REGIONS, AWS_WEB_IDENTITY_TOKEN_FILE: IRSA.AWS_WEB_IDENTITY_TOKEN_FILE as string },
        files: { [CONFIG_FILE]: "[default]\nrole_arn = arn:aws:iam::1:role/x\nweb_identity_token_file = /elsewhere\n" },
      },
      winner: "W",
    },
    {
      name: "js-v2: web identity in a profile",
      pod: {
        sdk: "js-v2",
        environment: { ...REGIONS, AWS_SDK_LOAD_CONFIG: "1" },
        files: { [CONFIG_FILE]: `[default]\nrole_arn = arn:aws:iam::1:role/x\nweb_identity_token_file = ${IRSA.AWS_WEB_IDENTITY_TOKEN_FILE}\n` },
      },
      winner: "W",
    },
    {
      name: "js-v2: the AMAZON_ twins",
      pod: { sdk: "js-v2", environment: { ...IRSA, AMAZON_ACCESS_KEY_ID: "AKIAENV", AMAZON_SECRET_ACCESS_KEY: "s" } },
      winner: "E",
    },
    {
      name: "go-v1: AWS_ACCESS_KEY and AWS_SECRET_KEY",
      pod: { sdk: "go-v1", environment: { ...IRSA, AWS_ACCESS_KEY: "AKIAENV", AWS_SECRET_KEY: "s" } },
      winner: "E",
    },
    {
      name: "java-v1: AWS_ACCESS_KEY and AWS_SECRET_KEY",
      pod: { sdk: "java-v1", environment: { ...IRSA, AWS_ACCESS_KEY: "AKIAENV", AWS_SECRET_KEY: "s" } },
      winner: "E",
    },
    { name: "rust: SECRET_ACCESS_KEY", pod: { sdk: "rust", environment: { ...IRSA, AWS_ACCESS_KEY_ID: "AKIAENV", SECRET_ACCESS_KEY: "s" } }, winner: "E" },
    { name: "rust: a blank key is absent", pod: { sdk: "rust", environment: { ...IRSA, AWS_ACCESS_KEY_ID: "  ", AWS_SECRET_ACCESS_KEY: "s" } }, winner: "W" },
    {
      name: "ruby: AMAZON_ACCESS_KEY_ID",
      pod: { sdk: "ruby", environment: { ...IRSA, AMAZON_ACCESS_KEY_ID: "AKIAENV", AMAZON_SECRET_ACCESS_KEY: "s" } },
      winner: "E",
    },
    {
      name: "ruby: an empty AWS_ACCESS_KEY_ID hides the names after it",
      pod: { sdk: "ruby", environment: { ...IRSA, AWS_ACCESS_KEY_ID: "", AMAZON_ACCESS_KEY_ID: "AKIAENV", AMAZON_SECRET_ACCESS_KEY: "s" } },
      winner: "W",
    },
    {
      name: "java-v2: system properties stand first",
      pod: { sdk: "java-v2", systemProperties: { "aws.accessKeyId": "AKIAENV", "aws.secretAccessKey": "s" } },
      winner: "E",
    },
    {
      name: "java-v1: system properties stand behind the environment, with a name of their own",
      pod: { sdk: "java-v1", environment: { ...IRSA, ...KEYS }, systemProperties: { "aws.accessKeyId": "AKIAPROFILE", "aws.secretKey": "s" } },
      winner: "E",
    },
    {
      name: "java-v2: web identity by system properties",
      pod: {
        sdk: "java-v2",
        environment: REGIONS,
        systemProperties: { "aws.webIdentityTokenFile": IRSA.AWS_WEB_IDENTITY_TOKEN_FILE as string, "aws.roleArn": IRSA.AWS_ROLE_ARN as string },
      },
      winner: "W",
    },
    { name: "java-v2: no sts module ends on the node's role", pod: { sdk: "java-v2", hasStsModule: false }, winner: "N" },
    { name: "java-v1: no sts module ends on the node's role", pod: { sdk: "java-v1", hasStsModule: false }, winner: "N" },
    { name: "dotnet-v3: no AWSSDK.SecurityToken is an error", pod: { sdk: "dotnet-v3", hasStsModule: false }, winner: "!" },
    { name: "js-v3: STS is built in", pod: { sdk: "js-v3", hasStsModule: false }, winner: "W" },
    {
      name: "dotnet-v3: the profile stands before environment keys",
      pod: { sdk: "dotnet-v3", environment: { ...REGIONS, ...KEYS }, files: { [CREDENTIALS_FILE]: STATIC_PROFILE } },
      winner: "P",
    },
    {
      name: "dotnet-v4: and behind them",
      pod: { sdk: "dotnet-v4", environment: { ...REGIONS, ...KEYS }, files: { [CREDENTIALS_FILE]: STATIC_PROFILE } },
      winner: "E",
    },
    { name: "php: keys in the config file", pod: { sdk: "php", environment: REGIONS, files: { [CONFIG_FILE]: STATIC_PROFILE } }, winner: "P" },
  ])("$name", async ({ pod, winner }) => {
    expect(await createPod(pod).winner()).toBe(winner);
  });
});

describe("metadata that a pod cannot reach turns the silent fall to the node's role into an error, or into silence", () => {
  const pod = { stsError: { status: 403, code: "AccessDenied" }, metadata: { hopLimit: 1 } };
  test.each<{ readonly sdk: SdkId; readonly winner: string }>([
    { sdk: "js-v2", winner: "!" },
    { sdk: "java-v2", winner: "!" },
    { sdk: "java-v1", winner: "unsigned" },
    { sdk: "php", winner: "!" },
    { sdk: "kotlin", winner: "!" },
    { sdk: "cpp", winner: "unsigned" },
  ])("hop limit 1, STS refuses: $sdk", async ({ sdk, winner }) => {
    expect(await createPod({ sdk, ...pod }).winner()).toBe(winner);
  });

  test("php then speaks of metadata, not of web identity", async () => {
    expect(await createPod({ sdk: "php", ...pod }).message()).toBe(
      "Error retrieving credentials from the instance profile metadata server. (GET /meta-data/iam/security-credentials/ was answered with 401)",
    );
  });
});

describe("what is not carried out here ends in an error that says so, instead of a wrong winner", () => {
  test.each<{ readonly sdk: SdkId; readonly keys: string; readonly what: string }>([
    { sdk: "js-v3", keys: "credential_process = /bin/keys", what: "credential_process" },
    { sdk: "rust", keys: "sso_session = corp", what: "SSO keys" },
    { sdk: "cpp", keys: "credential_process = /bin/keys", what: "credential_process" },
    { sdk: "js-v2", keys: "sso_start_url = https://corp", what: "SSO keys" },
  ])("$what in $sdk", async ({ sdk, keys, what }) => {
    const environment = { ...IRSA, AWS_SDK_LOAD_CONFIG: "1" };
    expect(await createPod({ sdk, environment, files: { [CONFIG_FILE]: `[default]\n${keys}\n` } }).message()).toBe(
      `profile default has ${what}, which is not carried out here`,
    );
  });

  test.each(["dotnet-v3", "dotnet-v4"] as const)("credential_process in %s, where web identity is not set", async (sdk) => {
    const { message, notes } = createPod({ sdk, environment: REGIONS, files: { [CONFIG_FILE]: "[default]\ncredential_process = /bin/keys\n" } });
    expect(await message()).toBe("profile default has credential_process, which is not carried out here");
    expect(notes("sdk.provider").at(-1)?.attributes.kind).toBe("profile");
  });

  test("login keys in botocore, where web identity does not come first", async () => {
    const message = await createPod({ sdk: "botocore", environment: REGIONS, files: { [CONFIG_FILE]: "[default]\nlogin_session = x\n" } }).message();
    expect(message).toBe("profile default has login keys, which is not carried out here");
  });

  test("botocore's key files of old", async () => {
    const pod = { sdk: "botocore", environment: { ...REGIONS, BOTO_CONFIG: "/etc/keys" }, files: { "/etc/keys": "" } } as const;
    expect(await createPod(pod).message()).toBe("BotoProvider would read /etc/keys, which is not simulated");
  });
});

test("js-v3 warns when keys in the environment stand back behind a profile", async () => {
  const pod = { sdk: "js-v3", environment: { ...IRSA, ...KEYS, AWS_PROFILE: "other" }, files: { [CREDENTIALS_FILE]: OTHER_PROFILE } } as const;
  const { winner, notes } = createPod(pod);
  expect(await winner()).toBe("P");
  expect(notes("sdk.warning").map(({ attributes }) => attributes.message)).toEqual(["@aws-sdk/credential-provider-node - defaultProvider::fromEnv WARNING:"]);
});

describe("the trace", () => {
  test("names every provider that was asked, with the names of its inputs and never their values, and those that were not reached", async () => {
    const { call, notes } = createPod({ sdk: "js-v3", environment: { ...IRSA, AWS_ACCESS_KEY_ID: "AKIAENV" } });
    await call();
    expect(notes("sdk.provider").map(({ attributes }) => [attributes.position, attributes.verdict])).toEqual([
      [1, "skip"],
      [2, "skip"],
      [3, "skip"],
      [4, "skip"],
      [5, "match"],
    ]);
    expect(notes("sdk.provider")[0]?.attributes.inputs).toEqual(["AWS_ACCESS_KEY_ID"]);
    expect(notes("sdk.providers-not-reached")[0]?.attributes.providers).toEqual(CHAINS["js-v3"].links.slice(5).map(({ name }) => name));
    expect(notes("sdk.credentials")[0]?.attributes).toMatchObject({ source: "web-identity", roleArn: IRSA.AWS_ROLE_ARN, expiration: "2026-01-05T10:00:00Z" });
  });

  test("says that web identity was chosen and not yet proven, where STS is called only later", async () => {
    const { call, notes } = createPod({ sdk: "go-v2" });
    await call();
    expect(notes("sdk.chosen")[0]?.attributes).toMatchObject({ provider: "assumeWebIdentity", state: "chosen, not yet proven" });
    expect(notes("sdk.provider").at(-1)?.attributes.stsCallPhase).toBe("firstUse");
  });

  test("says that web identity is shadowed", async () => {
    const { call, notes } = createPod({ sdk: "js-v3", files: { [CREDENTIALS_FILE]: STATIC_PROFILE } });
    await call();
    expect(notes("sdk.web-identity-shadowed")[0]?.attributes.provider).toBe("fromTokenFile");
  });
});

test("cpp asks STS for the profile's role, not for the environment's", async () => {
  const files = { [CONFIG_FILE]: `[default]\nrole_arn = arn:aws:iam::1:role/x\nweb_identity_token_file = ${IRSA.AWS_WEB_IDENTITY_TOKEN_FILE}\n` };
  const { call, state } = createPod({ sdk: "cpp", environment: { ...REGIONS, AWS_ROLE_ARN: "arn:aws:iam::1:role/of-the-environment" }, files });
  await call();
  expect(state.calls[0]?.get("RoleArn")).toBe("arn:aws:iam::1:role/x");
});

describe("properties", () => {
  const part = fc.record({ keys: fc.boolean(), profile: fc.boolean(), irsa: fc.boolean(), container: fc.boolean(), node: fc.boolean() });

  test("property: of the providers that have something, the first in the SDK's order wins", async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...SDK_IDS), part, async (sdk, has) => {
        const environment = { ...(has.irsa ? IRSA : REGIONS), ...(has.keys ? KEYS : {}), ...(has.container ? POD_IDENTITY : {}) };
        const metadata = { roleName: has.node ? "node" : null };
        const pod = createPod({ sdk, environment, metadata, files: has.profile ? { [CREDENTIALS_FILE]: STATIC_PROFILE } : {} });
        const letters: Readonly<Record<string, string | false>> = {
          env: has.keys && "E",
          profile: has.profile && "P",
          "web-identity": has.irsa && "W",
          container: has.container && "C",
          imds: has.node && "N",
        };
        const first = CHAINS[sdk].links
          .filter(({ name }) => !/set in code|:profile option|'AMAZON'|\(config file\)|^ConfigProvider$/.test(name))
          .map(({ kind }) => letters[kind] || null)
          .find((letter) => letter !== null);
        expect(await pod.winner()).toBe(first ?? (sdk === "cpp" || sdk === "java-v1" ? "unsigned" : "!"));
      }),
      { numRuns: 150 },
    );
  });
});
