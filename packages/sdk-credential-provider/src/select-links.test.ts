import { describe, expect, test } from "vitest";
import { createPod, IRSA, KEYS, type PodOptions } from "./pod.test-support.js";

const REGIONS = { AWS_REGION: "eu-west-1", AWS_DEFAULT_REGION: "eu-west-1" };
const ELSEWHERE = "/elsewhere/token";
const NO_METADATA = { endpoint: "disabled" } as const;

const NO_ACCESS_KEY =
  "Unable to load credentials from system settings. Access key must be specified either via environment variable (AWS_ACCESS_KEY_ID) or system property (aws.accessKeyId).";

describe("who gives the credentials", () => {
  test.each<{ readonly name: string; readonly pod: PodOptions; readonly winner: string }>([
    { name: "botocore before 1.12.200 has no web identity", pod: { sdk: "botocore", sdkVersion: "1.12.199" }, winner: "N" },
    { name: "botocore 1.12.200 has it", pod: { sdk: "botocore", sdkVersion: "1.12.200" }, winner: "W" },
    { name: "releases are compared by number, not by letters", pod: { sdk: "java-v2", sdkVersion: "2.9.26" }, winner: "N" },
    { name: "a shorter number is the earlier one", pod: { sdk: "dotnet-v3", sdkVersion: "3.3.659" }, winner: "N" },
    { name: "an SDK without a documented minimum has it in every release", pod: { sdk: "rust", sdkVersion: "0.1" }, winner: "W" },
    { name: "the second line of the AWS CLI has no minimum of the first", pod: { sdk: "aws-cli-v2", sdkVersion: "2.0.0" }, winner: "W" },
    { name: "providers in code leave web identity out", pod: { sdk: "java-v2", providers: ["env", "imds"] }, winner: "N" },
    { name: "their order is the app's", pod: { sdk: "go-v2", providers: ["web-identity", "env"], environment: { ...IRSA, ...KEYS } }, winner: "W" },
    { name: "and may be the SDK's", pod: { sdk: "go-v2", providers: ["env", "web-identity"], environment: { ...IRSA, ...KEYS } }, winner: "E" },
    { name: "web identity alone, as in the chain", pod: { sdk: "java-v2", providers: ["web-identity"] }, winner: "W" },
    { name: "web identity alone does not end on the node's role", pod: { sdk: "java-v2", providers: ["web-identity"], token: null }, winner: "!" },
    { name: "one HTTP client is no question", pod: { sdk: "java-v2", httpClients: ["apache-client"] }, winner: "W" },
    { name: "of two Java v2 takes none", pod: { sdk: "java-v2", httpClients: ["apache-client", "url-connection-client"] }, winner: "N" },
    { name: "Java v1 has one of its own", pod: { sdk: "java-v1", httpClients: ["apache-client", "url-connection-client"] }, winner: "W" },
    {
      name: "an exchange in the app's own code leaves no way to the node",
      pod: { sdk: "php", webIdentityToken: { sends: "content" }, token: null },
      winner: "!",
    },
  ])("$name", async ({ pod, winner }) => {
    expect(await createPod(pod).winner()).toBe(winner);
  });
});

describe("what goes to STS as the token", () => {
  test.each<{ readonly name: string; readonly pod: PodOptions; readonly token: string }>([
    { name: "what the variable's file holds", pod: { sdk: "js-v3", webIdentityToken: { sends: "content" } }, token: "jwt-1" },
    {
      name: "what a file named in the code holds",
      pod: { sdk: "js-v3", webIdentityToken: { file: ELSEWHERE, sends: "content" }, files: { [ELSEWHERE]: "jwt-of-another" } },
      token: "jwt-of-another",
    },
    { name: "the path", pod: { sdk: "js-v3", webIdentityToken: { sends: "path" } }, token: IRSA.AWS_WEB_IDENTITY_TOKEN_FILE as string },
  ])("$name", async ({ pod, token }) => {
    const { call, state } = createPod(pod);
    await call();
    expect(state.calls.map((form) => form.get("WebIdentityToken"))).toEqual([token]);
  });
});

describe("what the app is told", () => {
  test.each<{ readonly name: string; readonly pod: PodOptions; readonly message: string }>([
    {
      name: "several HTTP clients, when nothing stands behind web identity",
      pod: { sdk: "java-v2", providers: ["web-identity"], httpClients: ["apache-client", "url-connection-client"] },
      message: "Multiple HTTP implementations were found on the classpath.",
    },
    {
      name: "an old release where nobody has credentials",
      pod: { sdk: "go-v1", sdkVersion: "1.20.0", metadata: NO_METADATA },
      message: "NoCredentialProviders: no valid providers in chain. Deprecated.\n\tFor verbose messaging see aws.Config.CredentialsChainVerboseErrors",
    },
    {
      name: "a chain of the app's own prints its own links",
      pod: { sdk: "java-v2", providers: ["system-properties", "env"], environment: REGIONS },
      message:
        "Unable to load credentials from any of the providers in the chain AwsCredentialsProviderChain(credentialsProviders=[SystemPropertyCredentialsProvider(), EnvironmentVariableCredentialsProvider()]) : " +
        `[SystemPropertyCredentialsProvider(): ${NO_ACCESS_KEY}, EnvironmentVariableCredentialsProvider(): ${NO_ACCESS_KEY}]`,
    },
  ])("$name", async ({ pod, message }) => {
    expect(await createPod(pod).message()).toBe(message);
  });
});

describe("the trace says what is not in the chain", () => {
  test("by the app's code", async () => {
    const { call, notes } = createPod({ sdk: "dotnet-v4", providers: ["web-identity", "env"] });
    await call();
    expect(notes("sdk.providers-in-code").map(({ attributes }) => attributes.providers)).toEqual([
      [
        { provider: "AssumeRoleWithWebIdentityCredentials.FromEnvironmentVariables", kind: "web-identity" },
        { provider: "EnvironmentVariablesAWSCredentials", kind: "env" },
      ],
    ]);
    expect(notes("sdk.provider").map(({ attributes }) => [attributes.position, attributes.of])).toEqual([[1, 2]]);
  });

  test("by the release", async () => {
    const { call, notes } = createPod({ sdk: "botocore", sdkVersion: "1.12.199" });
    await call();
    expect(notes("sdk.release-without-provider").map(({ attributes }) => attributes)).toEqual([
      {
        sdk: "botocore",
        version: "1.12.199",
        since: "1.12.200",
        lacks: [{ provider: "AssumeRoleWithWebIdentityProvider", kind: "web-identity" }],
        webIdentityVariables: ["AWS_ROLE_ARN", "AWS_WEB_IDENTITY_TOKEN_FILE"],
      },
    ]);
  });

  test("a refresh asks the app's own provider again, at its place", async () => {
    const { call, clock, notes } = createPod({ sdk: "java-v2", providers: ["web-identity"] });
    await call();
    await clock.advanceBy(3_600_000);
    await call();
    expect(notes("sdk.provider").map(({ attributes }) => [attributes.position, attributes.of])).toEqual([
      [1, 1],
      [1, 1],
    ]);
  });

  test("whose keys are set and not taken", async () => {
    const { call, notes } = createPod({ sdk: "go-v2", providers: ["web-identity", "env"], environment: { ...IRSA, ...KEYS } });
    await call();
    expect(notes("sdk.keys-shadowed").map(({ attributes }) => attributes)).toEqual([{ provider: "environment keys", accessKeyId: "AKIAENV" }]);
  });

  test("a path in the code, and what it stands for", async () => {
    const { call, notes } = createPod({ sdk: "go-v2", webIdentityToken: { file: ELSEWHERE, sends: "content" } });
    await call();
    expect(notes("sdk.token-file-in-code").map(({ attributes }) => attributes)).toEqual([{ path: ELSEWHERE, insteadOf: IRSA.AWS_WEB_IDENTITY_TOKEN_FILE }]);
  });

  test("nothing is said of a default chain", async () => {
    const { call, notes } = createPod({ sdk: "botocore", sdkVersion: "1.43.67" });
    await call();
    expect([...notes("sdk.providers-in-code"), ...notes("sdk.release-without-provider"), ...notes("sdk.token-file-in-code")]).toEqual([]);
  });
});
