import { describe, expect, test } from "vitest";
import { CHAINS } from "../chains/chains.js";
import { SDK_IDS, type SdkId } from "../index.js";
import { CONFIG_FILE, createPod, IRSA, type PodOptions } from "../pod.test-support.js";
import { decideStsEndpoint, type StsPlace } from "./decide-sts-endpoint.js";

const { AWS_REGION: _region, AWS_DEFAULT_REGION: _default, ...NO_REGION } = IRSA;
const METADATA_OFF = { AWS_EC2_METADATA_DISABLED: "true" };

/** Which STS host each SDK called first; `-` for none. */
async function hostsOf(pod: Omit<PodOptions, "sdk">, sdks: readonly SdkId[] = SDK_IDS): Promise<Readonly<Record<string, string>>> {
  const found = await Promise.all(
    sdks.map(async (sdk) => {
      const { call, state } = createPod({ ...pod, sdk });
      await call();
      return [sdk, state.hosts[0] ?? "-"] as const;
    }),
  );
  return Object.fromEntries(found);
}

function expectHosts(found: Readonly<Record<string, string>>, groups: Readonly<Record<string, string>>): void {
  const wanted = Object.entries(groups).flatMap(([host, sdks]) => sdks.split(" ").map((sdk) => [sdk, host]));
  expect(found).toEqual(Object.fromEntries(wanted));
}

const REGIONAL = "sts.eu-west-1.amazonaws.com";
const GLOBAL = "sts.amazonaws.com";
const VIRGINIA = "sts.us-east-1.amazonaws.com";

describe("the STS host by SDK (section 7)", () => {
  test("both region variables are set: regional, but for the SDKs that stay with legacy", async () => {
    expectHosts(await hostsOf({}), {
      [REGIONAL]: "dotnet-v3 dotnet-v4 botocore aws-cli-v2 aws-cli-v1 js-v3 go-v2 java-v2 rust php ruby cpp kotlin",
      [GLOBAL]: "js-v2 go-v1 java-v1",
    });
  });

  test("AWS_STS_REGIONAL_ENDPOINTS=regional, as the webhook may set it", async () => {
    expectHosts(await hostsOf({ environment: { ...IRSA, AWS_STS_REGIONAL_ENDPOINTS: "regional" } }), { [REGIONAL]: SDK_IDS.join(" ") });
  });

  test("AWS_STS_REGIONAL_ENDPOINTS=legacy counts only for the older generation", async () => {
    expectHosts(await hostsOf({ environment: { ...IRSA, AWS_STS_REGIONAL_ENDPOINTS: "legacy" } }), {
      [GLOBAL]: "dotnet-v3 dotnet-v4 botocore aws-cli-v1 php js-v2 go-v1 java-v1",
      [REGIONAL]: "aws-cli-v2 js-v3 go-v2 java-v2 rust cpp kotlin",
      // There it wants to sign, and has nothing to sign with.
      "-": "ruby",
    });
  });

  test("AWS_REGION alone: botocore, CLI v1 and C++ do not see it", async () => {
    expectHosts(await hostsOf({ environment: { ...NO_REGION, AWS_REGION: "eu-west-1" } }), {
      [REGIONAL]: "dotnet-v3 dotnet-v4 aws-cli-v2 js-v3 go-v2 java-v2 rust php ruby kotlin",
      [GLOBAL]: "botocore aws-cli-v1 js-v2 go-v1 java-v1",
      [VIRGINIA]: "cpp",
    });
  });

  test("AWS_DEFAULT_REGION alone, and no metadata: most of the newer generation do not see it", async () => {
    expectHosts(await hostsOf({ environment: { ...NO_REGION, ...METADATA_OFF, AWS_DEFAULT_REGION: "eu-west-1" } }), {
      [REGIONAL]: "botocore aws-cli-v1 aws-cli-v2 go-v2 rust ruby cpp",
      [GLOBAL]: "js-v2",
      [VIRGINIA]: "dotnet-v3 dotnet-v4 php",
      "-": "js-v3 go-v1 java-v2 java-v1 kotlin",
    });
  });

  test("no region anywhere, and no metadata", async () => {
    expectHosts(await hostsOf({ environment: { ...NO_REGION, ...METADATA_OFF } }), {
      [GLOBAL]: "botocore aws-cli-v1 aws-cli-v2 js-v2",
      [VIRGINIA]: "dotnet-v3 dotnet-v4 php cpp",
      "-": "js-v3 java-v1 java-v2 go-v1 go-v2 rust ruby kotlin",
    });
  });

  test("no region but the node's metadata: .NET, JavaScript, Java, Rust and Kotlin ask it", async () => {
    expectHosts(await hostsOf({ environment: NO_REGION }, ["dotnet-v3", "dotnet-v4", "java-v2", "java-v1", "rust", "kotlin", "js-v3", "go-v2"]), {
      [REGIONAL]: "dotnet-v3 dotnet-v4 js-v3 java-v2 rust kotlin",
      [GLOBAL]: "java-v1",
      "-": "go-v2",
    });
  });

  test("the profile's region, where nothing else names one", async () => {
    const files = { [CONFIG_FILE]: "[default]\nregion = eu-west-1\n" };
    expectHosts(await hostsOf({ environment: { ...NO_REGION, ...METADATA_OFF }, files }), {
      [REGIONAL]: "dotnet-v3 dotnet-v4 botocore aws-cli-v1 aws-cli-v2 js-v3 go-v2 java-v2 rust php ruby cpp kotlin",
      [GLOBAL]: "js-v2 java-v1",
      // The config file is read with a switch only.
      "-": "go-v1",
    });
  });

  test("AWS_ENDPOINT_URL_STS catches only the newer generation", async () => {
    const found = await hostsOf({
      environment: { ...IRSA, AWS_ENDPOINT_URL_STS: "https://sts.other.example", AWS_ENDPOINT_URL: "https://sts.us-east-1.amazonaws.com" },
    });
    expectHosts(found, {
      "sts.other.example": "dotnet-v3 dotnet-v4 botocore aws-cli-v1 aws-cli-v2 js-v3 go-v2 java-v2 rust php ruby kotlin",
      [GLOBAL]: "js-v2 go-v1 java-v1",
      [REGIONAL]: "cpp",
    });
  });

  test("AWS_ENDPOINT_URL counts without the service's own variable", async () => {
    expectHosts(await hostsOf({ environment: { ...IRSA, AWS_ENDPOINT_URL: "https://sts.other.example" } }, ["js-v3"]), { "sts.other.example": "js-v3" });
  });

  test("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS switches both off", async () => {
    const environment = { ...IRSA, AWS_ENDPOINT_URL: "https://sts.other.example", AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: "true" };
    expectHosts(await hostsOf({ environment }, ["js-v3"]), { [REGIONAL]: "js-v3" });
  });

  test("a region given in code counts for STS where the SDK hands it on", async () => {
    expectHosts(await hostsOf({ region: "us-east-1" }, ["js-v3", "php", "ruby", "botocore", "java-v2"]), {
      [VIRGINIA]: "js-v3 php ruby",
      [REGIONAL]: "botocore java-v2",
    });
  });

  test("China has hosts of its own, in every mode", async () => {
    const environment = { ...IRSA, AWS_REGION: "cn-north-1", AWS_DEFAULT_REGION: "cn-north-1" };
    const { "go-v1": goV1, ...rest } = await hostsOf({ environment });
    expect(new Set([goV1, ...Object.values(rest)])).toEqual(new Set(["sts.cn-north-1.amazonaws.com.cn"]));
  });
});

describe("what an SDK says about a missing region", () => {
  const environment = { ...NO_REGION, ...METADATA_OFF };
  test.each<{ readonly name: string; readonly pod: PodOptions; readonly message: string }>([
    {
      name: 'js-v3 does not take AWS_REGION="" for a missing region',
      pod: { sdk: "js-v3", environment: { ...IRSA, AWS_REGION: "" } },
      message: 'Region not accepted: region="" is not a valid hostname component.',
    },
    {
      name: "go-v2 wants a region",
      pod: { sdk: "go-v2", environment },
      message: "operation error S3: GetObject, resolve auth scheme: resolve endpoint: endpoint rule error, Invalid region: region was not a valid DNS name.",
    },
    {
      name: "rust wants a region",
      pod: { sdk: "rust", environment },
      message: "dispatch failure <- other <- A region must be set when sending requests to S3.",
    },
  ])("$name", async ({ pod, message }) => {
    expect(await createPod(pod).message()).toBe(message);
  });

  test("js-v2 with the regional flag and no region", async () => {
    const { call, notes } = createPod({ sdk: "js-v2", environment: { ...environment, AWS_STS_REGIONAL_ENDPOINTS: "regional" } });
    await call();
    expect(notes("sdk.provider").map(({ attributes }) => attributes.reason)).toContain("Missing region in config");
  });

  test("java-v1 names the region chain", async () => {
    const message = await createPod({ sdk: "java-v1", environment }).message();
    expect(message).toContain("Unable to find a region via the region provider chain. Must provide an explicit region");
  });

  test("php warns and takes us-east-1", async () => {
    const { call, notes } = createPod({ sdk: "php", environment });
    await call();
    const warning = "NOTICE: STS client created without explicit region";
    expect(notes("sdk.sts-endpoint")[0]?.attributes).toMatchObject({ url: `https://${VIRGINIA}/`, warning });
  });
});

describe("the rule alone", () => {
  const legacy: StsPlace = { ...CHAINS.botocore.sts, mode: "legacy" };
  const urlOf = (place: StsPlace, region: string | null): string => {
    const found = decideStsEndpoint({ place, region, environment: {}, profile: {} });
    return "url" in found ? found.url : found.error;
  };

  test("the fifteen old regions are global in legacy mode, signed as us-east-1", () => {
    const old =
      "ap-northeast-1 ap-south-1 ap-southeast-1 ap-southeast-2 ca-central-1 eu-central-1 eu-north-1 eu-west-1 eu-west-2 eu-west-3 sa-east-1 us-east-1 us-east-2 us-west-1 us-west-2";
    for (const region of old.split(" "))
      expect(decideStsEndpoint({ place: legacy, region, environment: {}, profile: {} })).toEqual({ url: "https://sts.amazonaws.com/", region: "us-east-1" });
  });

  test.each([
    { region: "me-south-1", url: "https://sts.me-south-1.amazonaws.com/" },
    { region: "us-gov-west-1", url: "https://sts.us-gov-west-1.amazonaws.com/" },
    { region: "cn-north-1", url: "https://sts.cn-north-1.amazonaws.com.cn/" },
  ])("$region is regional even in legacy mode", ({ region, url }) => {
    expect(urlOf(legacy, region)).toBe(url);
  });

  test("js-v2 goes to the global endpoint from opt-in regions too", () => {
    expect(urlOf(CHAINS["js-v2"].sts, "me-south-1")).toBe("https://sts.amazonaws.com/");
  });

  test("the profile's sts_regional_endpoints counts where the variable does", () => {
    const found = decideStsEndpoint({ place: legacy, region: "eu-west-1", environment: {}, profile: { sts_regional_endpoints: "regional" } });
    expect(found).toEqual({ url: "https://sts.eu-west-1.amazonaws.com/", region: "eu-west-1" });
  });
});
