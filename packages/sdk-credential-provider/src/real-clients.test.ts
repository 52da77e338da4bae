/** What recordings of real SDKs showed beyond the fact sheet, a row each; the recordings themselves are compared in `test/conformance/`. */
import { describe, expect, test } from "vitest";
import type { SdkId } from "./index.js";
import { CONFIG_FILE, CREDENTIALS_FILE, createPod, IRSA, type PodOptions } from "./pod.test-support.js";

const REGIONS = { AWS_REGION: "eu-west-1", AWS_DEFAULT_REGION: "eu-west-1" };
const THROTTLING = { status: 400, code: "Throttling" };
const FAULT = { status: 500, code: "InternalFailure" };
const COMMUNICATION = { status: 400, code: "IDPCommunicationError" };
const OFF: PodOptions["metadata"] = { endpoint: "disabled" };

describe("calls of STS", () => {
  test.each<{ readonly sdk: SdkId; readonly stsError: PodOptions["stsError"]; readonly env?: Readonly<Record<string, string>>; readonly calls: number }>([
    { sdk: "botocore", stsError: THROTTLING, calls: 3 },
    { sdk: "aws-cli-v1", stsError: THROTTLING, calls: 5 },
    { sdk: "js-v2", stsError: THROTTLING, calls: 4 },
    { sdk: "go-v2", stsError: THROTTLING, calls: 9 },
    { sdk: "go-v1", stsError: THROTTLING, calls: 4 },
    { sdk: "ruby", stsError: THROTTLING, calls: 4 },
    { sdk: "kotlin", stsError: THROTTLING, calls: 3 },
    { sdk: "go-v2", stsError: FAULT, calls: 9 },
    { sdk: "go-v2", stsError: FAULT, env: { AWS_MAX_ATTEMPTS: "2" }, calls: 4 },
    { sdk: "go-v2", stsError: COMMUNICATION, calls: 3 },
    { sdk: "botocore", stsError: COMMUNICATION, env: { AWS_MAX_ATTEMPTS: "2" }, calls: 2 },
    { sdk: "js-v3", stsError: COMMUNICATION, env: { AWS_MAX_ATTEMPTS: "0" }, calls: 1 },
    { sdk: "go-v1", stsError: COMMUNICATION, env: { AWS_MAX_ATTEMPTS: "2" }, calls: 4 },
    { sdk: "js-v2", stsError: FAULT, env: { AWS_MAX_ATTEMPTS: "2" }, calls: 4 },
    { sdk: "ruby", stsError: COMMUNICATION, env: { AWS_MAX_ATTEMPTS: "2" }, calls: 4 },
    { sdk: "ruby", stsError: COMMUNICATION, env: { AWS_MAX_ATTEMPTS: "2", AWS_RETRY_MODE: "standard" }, calls: 2 },
    { sdk: "js-v2", stsError: { status: 501, code: "NotImplemented" }, calls: 4 },
    { sdk: "botocore", stsError: { status: 501, code: "NotImplemented" }, calls: 1 },
    { sdk: "js-v2", stsError: { status: 400, code: "RequestTimeout" }, calls: 1 },
    { sdk: "js-v3", stsError: { status: 400, code: "RequestTimeout" }, calls: 3 },
  ])("$sdk after $stsError.code $env: $calls", async ({ sdk, stsError, env = {}, calls }) => {
    const { call, state } = createPod({ sdk, stsError, environment: { ...IRSA, ...env } });
    await call();
    expect(state.calls.length).toBe(calls);
  });
});

describe("what ends a client before its first call", () => {
  test.each<{ readonly pod: PodOptions; readonly code: string; readonly type: string | readonly string[]; readonly message: string }>([
    {
      pod: { sdk: "go-v2", environment: { ...IRSA, AWS_RETRY_MODE: "legacy" } },
      code: "InvalidRetryMode",
      type: ["*fmt.wrapError", "*errors.errorString"],
      message: "invalid AWS_RETRY_MODE value, unknown RetryMode, legacy",
    },
    {
      pod: { sdk: "aws-cli-v2", environment: { ...IRSA, AWS_RETRY_MODE: "legacy" } },
      code: "InvalidRetryMode",
      type: "exit 255",
      message: 'aws: [ERROR]: Invalid value provided to "mode": "legacy" must be one of: "standard" or "adaptive"',
    },
    {
      pod: { sdk: "java-v2", environment: { ...IRSA, AWS_MAX_ATTEMPTS: "x" } },
      code: "InvalidMaxAttempts",
      type: "java.lang.NumberFormatException",
      message: 'For input string: "x"',
    },
    {
      pod: { sdk: "botocore", environment: { ...IRSA, AWS_MAX_ATTEMPTS: "0" } },
      code: "InvalidMaxAttempts",
      type: "botocore.exceptions.InvalidMaxRetryAttemptsError",
      message: 'Value provided to "max_attempts": 0 must be an integer greater than or equal to 1.',
    },
    {
      pod: { sdk: "go-v2", files: { [CONFIG_FILE]: "[default]\naws_secret_access_key = s\n" } },
      code: "PartialCredentialsError",
      type: ["*fmt.wrapError", "*errors.errorString"],
      message: "error fetching config from profile, default, Error using profile: \n 1, partial credentials found for profile default\n",
    },
    {
      pod: { sdk: "go-v2", files: { [CONFIG_FILE]: "[default]\nrole_arn = arn:aws:iam::1:role/x\nsource_profile = gone\n" } },
      code: "SourceProfileNotFound",
      type: ["config.SharedConfigAssumeRoleError", "config.SharedConfigProfileNotExistError"],
      message: "failed to load assume role arn:aws:iam::1:role/x, of profile gone, failed to get shared config profile, gone",
    },
    {
      pod: { sdk: "rust", files: { [CREDENTIALS_FILE]: "[default]\naws_access_key_id = AKIA\n" } },
      code: "PartialCredentialsError",
      type: "SdkError",
      message:
        "dispatch failure <- other <- the credentials provider was not properly configured <- ProfileFile provider could not be built: invalid credential source in `default`: profile missing aws_secret_access_key",
    },
    {
      pod: { sdk: "go-v1", environment: {}, metadata: OFF },
      code: "MissingRegion",
      type: "*awserr.baseError",
      message: "MissingRegion: could not find region configuration",
    },
    {
      pod: { sdk: "java-v1", environment: { ...REGIONS, AWS_ROLE_ARN: "arn:aws:iam::1:role/x" } },
      code: "StackOverflowError",
      type: "java.lang.StackOverflowError",
      message: "",
    },
    {
      pod: { sdk: "botocore", environment: { ...IRSA, AWS_DEFAULT_REGION: "" } },
      code: "InvalidEndpoint",
      type: "builtins.ValueError",
      message: "Invalid endpoint: https://s3..amazonaws.com",
    },
  ])("$pod.sdk: $code", async ({ pod, code, type, message }) => {
    const { call, state } = createPod(pod);
    expect(await call()).toEqual({ ok: false, error: { code, type, message, wire: null } });
    expect(state.calls).toEqual([]);
  });
});

describe("variables that are set to nothing", () => {
  test.each<{ readonly sdk: SdkId; readonly variable: string; readonly sent: string | null }>([
    { sdk: "rust", variable: "AWS_ROLE_ARN", sent: "" },
    { sdk: "java-v1", variable: "AWS_ROLE_ARN", sent: "" },
    { sdk: "js-v3", variable: "AWS_ROLE_ARN", sent: null },
    { sdk: "botocore", variable: "AWS_ROLE_ARN", sent: null },
    { sdk: "go-v2", variable: "AWS_WEB_IDENTITY_TOKEN_FILE", sent: null },
    { sdk: "ruby", variable: "AWS_WEB_IDENTITY_TOKEN_FILE", sent: null },
  ])("$sdk, $variable: the role sent is $sent", async ({ sdk, variable, sent }) => {
    const { call, state } = createPod({ sdk, environment: { ...IRSA, [variable]: "" } });
    await call();
    expect(state.calls[0]?.get("RoleArn") ?? null).toBe(sent);
  });

  test.each(["botocore", "aws-cli-v2", "go-v1"] as const)("%s does not send an empty token", async (sdk) => {
    const { call, state } = createPod({ sdk, token: "" });
    expect(await call()).toMatchObject({ ok: false, error: { code: "ParamValidation" } });
    expect(state.calls).toEqual([]);
  });
});

describe("a profile's AssumeRole", () => {
  const files = {
    [CONFIG_FILE]:
      "[default]\nrole_arn = arn:aws:iam::111122223333:role/x\nsource_profile = k\n[profile k]\naws_access_key_id = A\naws_secret_access_key = s\n",
  };
  test.each([
    { sdk: "js-v3", seconds: "3600", name: /^aws-sdk-js-\d{13}$/ },
    { sdk: "go-v2", seconds: "900", name: /^aws-go-sdk-\d{19}$/ },
    { sdk: "rust", seconds: null, name: /^assume-role-from-profile-\d{13}$/ },
    { sdk: "botocore", seconds: null, name: /^botocore-session-\d{10}$/ },
  ] as const)("$sdk asks for $seconds seconds as $name", async ({ sdk, seconds, name }) => {
    const { call, state } = createPod({ sdk, environment: REGIONS, files });
    await call();
    expect(state.calls[0]?.get("DurationSeconds") ?? null).toBe(seconds);
    expect(state.calls[0]?.get("RoleSessionName")).toMatch(name);
  });
});

describe("the metadata service is silent", () => {
  test.each<{ readonly sdk: SdkId; readonly asked: string }>([
    { sdk: "js-v3", asked: "PUT GET" },
    { sdk: "js-v2", asked: "PUT PUT PUT PUT GET GET GET GET" },
    { sdk: "go-v2", asked: "PUT PUT PUT GET" },
    { sdk: "go-v1", asked: "PUT PUT PUT GET PUT PUT PUT GET PUT PUT PUT GET" },
    { sdk: "java-v1", asked: "PUT GET PUT GET" },
    { sdk: "java-v2", asked: "PUT GET" },
    { sdk: "ruby", asked: "PUT PUT GET GET" },
    { sdk: "rust", asked: "PUT" },
    { sdk: "kotlin", asked: "PUT PUT PUT" },
  ])("$sdk: $asked", async ({ sdk, asked }) => {
    const { call, exchanges } = createPod({ sdk, environment: { ...REGIONS, AWS_EC2_METADATA_SERVICE_ENDPOINT: "http://169.254.169.253" } });
    await call();
    const seen = [...exchanges("GetMetadataToken"), ...exchanges("GetNodeRoleName")].sort((one, other) => one.seq - other.seq);
    expect(seen.map(({ request }) => request.method).join(" ")).toBe(asked);
  });
});

describe("S3's address", () => {
  test.each<{ readonly sdk: SdkId; readonly env: Readonly<Record<string, string>>; readonly url: string }>([
    { sdk: "js-v3", env: REGIONS, url: "https://b.s3.eu-west-1.amazonaws.com/k?x-id=GetObject" },
    { sdk: "botocore", env: {}, url: "https://b.s3.amazonaws.com/k" },
    { sdk: "go-v1", env: { AWS_REGION: "us-east-1" }, url: "https://b.s3.amazonaws.com/k" },
    { sdk: "java-v2", env: { AWS_REGION: "us-east-1" }, url: "https://b.s3.us-east-1.amazonaws.com/k" },
    { sdk: "go-v2", env: { ...REGIONS, AWS_ENDPOINT_URL: "http://127.0.0.1:4566" }, url: "http://127.0.0.1:4566/b/k?x-id=GetObject" },
    { sdk: "botocore", env: { ...REGIONS, AWS_ENDPOINT_URL_S3: "http://localhost:4566" }, url: "http://localhost:4566/b/k" },
    { sdk: "ruby", env: { ...REGIONS, AWS_ENDPOINT_URL_S3: "http://localhost:4566" }, url: "http://b.localhost:4566/k" },
    { sdk: "js-v2", env: { ...REGIONS, AWS_ENDPOINT_URL: "http://127.0.0.1:4566" }, url: "https://b.s3.eu-west-1.amazonaws.com/k" },
  ])("$sdk $env: $url", async ({ sdk, env, url }) => {
    const { call, exchanges } = createPod({ sdk, environment: { ...env, AWS_ACCESS_KEY_ID: "A", AWS_SECRET_ACCESS_KEY: "s" } });
    await call();
    expect(exchanges("GetObject")[0]?.request.url).toBe(url);
  });
});
