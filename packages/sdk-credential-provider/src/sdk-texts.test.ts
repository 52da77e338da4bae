import { describe, expect, test } from "vitest";
import type { SdkId } from "./index.js";
import { CONFIG_FILE, CREDENTIALS_FILE, createPod, IRSA, type PodOptions } from "./pod.test-support.js";

const DENIED = { status: 403, code: "AccessDenied" };
const INVALID = { status: 400, code: "InvalidIdentityToken" };
const PATH = IRSA.AWS_WEB_IDENTITY_TOKEN_FILE as string;
const NOTHING = { environment: { AWS_REGION: "eu-west-1", AWS_DEFAULT_REGION: "eu-west-1" }, metadata: { endpoint: "disabled" } } as const;
const { AWS_ROLE_ARN: _role, ...NO_ROLE } = IRSA;

describe("what the app is told", () => {
  test.each<{ readonly name: string; readonly pod: PodOptions; readonly message: string }>([
    { name: "dotnet-v3: STS refused", pod: { sdk: "dotnet-v3", stsError: DENIED }, message: `Error calling AssumeRole for role ${IRSA.AWS_ROLE_ARN}` },
    { name: "dotnet-v3: no token file", pod: { sdk: "dotnet-v3", token: null }, message: "A token could not be loaded from the WebIdentityTokenFile." },
    {
      name: "dotnet-v3: no AWSSDK.SecurityToken, with .NET's own wrong class name",
      pod: { sdk: "dotnet-v3", hasStsModule: false },
      message:
        "Assembly AWSSDK.SecurityToken could not be found or loaded. This assembly must be available at runtime to use Amazon.Runtime.AssumeRoleAWSCredentials.",
    },
    {
      name: "dotnet-v3: nothing found",
      pod: { sdk: "dotnet-v3", ...NOTHING },
      message: "Unable to get IAM security credentials from EC2 Instance Metadata Service.",
    },
    {
      name: "dotnet-v4: named profile missing",
      pod: { sdk: "dotnet-v4", environment: { AWS_REGION: "eu-west-1", AWS_PROFILE: "nope" } },
      message: 'Unable to find the "nope" profile.',
    },
    {
      name: "dotnet-v4: nothing found",
      pod: { sdk: "dotnet-v4", ...NOTHING },
      message: [
        "Failed to resolve AWS credentials. The credential providers used to search for credentials returned the following errors:",
        "Exception 1 of 6: .NET Framework only",
        "Exception 2 of 6: AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are not both set",
        "Exception 3 of 6: AWS_WEB_IDENTITY_TOKEN_FILE is not set",
        "Exception 4 of 6: no file /root/.aws/credentials",
        "Exception 5 of 6: no container credentials URI is set",
        "Exception 6 of 6: Failed to connect to EC2 instance metadata to retrieve credentials: GET /meta-data/iam/security-credentials/ was answered with 403.",
      ].join("\n"),
    },
    {
      name: "botocore: STS refused",
      pod: { sdk: "botocore", stsError: DENIED },
      message: "An error occurred (AccessDenied) when calling the AssumeRoleWithWebIdentity operation: said no",
    },
    {
      name: "botocore: retries used up",
      pod: { sdk: "botocore", stsError: { status: 400, code: "IDPCommunicationError" } },
      message: "An error occurred (IDPCommunicationError) when calling the AssumeRoleWithWebIdentity operation (reached max retries: 2): said no",
    },
    {
      name: "botocore: no role, the missing blank included",
      pod: { sdk: "botocore", environment: NO_ROLE },
      message:
        "The provided profile or the current environment is configured to assume role with web identity but has no role ARN configured. Ensure that the profile has the role_arnconfiguration set or the AWS_ROLE_ARN env var is set.",
    },
    {
      name: "botocore: half a key",
      pod: { sdk: "botocore", environment: { ...IRSA, AWS_ACCESS_KEY_ID: "AKIA" } },
      message: "Partial credentials found in env, missing: AWS_SECRET_ACCESS_KEY",
    },
    {
      name: "botocore: half a key in the credentials file",
      pod: { sdk: "botocore", environment: {}, files: { [CREDENTIALS_FILE]: "[default]\naws_access_key_id = AKIA\n" } },
      message: "Partial credentials found in shared-credentials-file, missing: aws_secret_access_key",
    },
    {
      name: "botocore: role without source",
      pod: { sdk: "botocore", files: { [CONFIG_FILE]: "[default]\nrole_arn = arn:aws:iam::1:role/x\n" } },
      message: "Partial credentials found in assume-role, missing: source_profile or credential_source",
    },
    {
      name: "botocore: missing profile",
      pod: { sdk: "botocore", environment: { ...IRSA, AWS_PROFILE: "nope" } },
      message: "The config profile (nope) could not be found",
    },
    {
      name: "botocore: the reply has expired already",
      pod: { sdk: "botocore", sessionSeconds: 0 },
      message: "Credentials were refreshed, but the refreshed credentials are still expired.",
    },
    { name: "botocore: no token file", pod: { sdk: "botocore", token: null }, message: `[Errno 2] No such file or directory: '${PATH}'` },
    { name: "botocore: nothing found", pod: { sdk: "botocore", ...NOTHING }, message: "Unable to locate credentials" },
    {
      name: "aws-cli-v2: nothing found",
      pod: { sdk: "aws-cli-v2", ...NOTHING },
      message: 'aws: [ERROR]: An error occurred (NoCredentials): Unable to locate credentials. You can configure credentials by running "aws login".',
    },
    { name: "js-v3: STS refused", pod: { sdk: "js-v3", stsError: DENIED }, message: "said no" },
    { name: "js-v3: no token file", pod: { sdk: "js-v3", token: null }, message: `ENOENT: no such file or directory, open '${PATH}'` },
    { name: "js-v3: nothing found", pod: { sdk: "js-v3", ...NOTHING }, message: "Could not load credentials from any providers" },
    {
      name: "go-v2: STS refused",
      pod: { sdk: "go-v2", stsError: DENIED },
      message:
        "operation error S3: GetObject, get identity: get credentials: failed to refresh cached credentials, failed to retrieve credentials, operation error STS: AssumeRoleWithWebIdentity, https response error StatusCode: 403, RequestID: r-1, api error AccessDenied: said no",
    },
    {
      name: "go-v2: retries used up",
      pod: { sdk: "go-v2", stsError: INVALID },
      message:
        "operation error S3: GetObject, get identity: get credentials: failed to refresh cached credentials, failed to retrieve credentials, operation error STS: AssumeRoleWithWebIdentity, exceeded maximum number of attempts, 3, https response error StatusCode: 400, RequestID: r-1, InvalidIdentityToken: said no",
    },
    {
      name: "go-v2: no token file",
      pod: { sdk: "go-v2", token: null },
      message: `operation error S3: GetObject, get identity: get credentials: failed to refresh cached credentials, failed to retrieve jwt from provide source, unable to read file at ${PATH}: open ${PATH}: no such file or directory`,
    },
    { name: "go-v2: no role", pod: { sdk: "go-v2", environment: NO_ROLE }, message: "role ARN is not set" },
    {
      name: "go-v2: missing profile",
      pod: { sdk: "go-v2", environment: { ...IRSA, AWS_PROFILE: "nope" } },
      message: "failed to get shared config profile, nope",
    },
    { name: "go-v1: no role", pod: { sdk: "go-v1", environment: NO_ROLE }, message: "WebIdentityErr: role ARN is not set" },
    {
      name: "go-v1: STS refused",
      pod: { sdk: "go-v1", stsError: DENIED },
      message: "WebIdentityErr: failed to retrieve credentials\ncaused by: AccessDenied: said no\n\tstatus code: 403, request id: r-1",
    },
    {
      name: "go-v1: no token file",
      pod: { sdk: "go-v1", token: null },
      message: `WebIdentityErr: failed fetching WebIdentity token: \ncaused by: WebIdentityErr: unable to read file at ${PATH}\ncaused by: open ${PATH}: no such file or directory`,
    },
    {
      name: "go-v1: nothing found",
      pod: { sdk: "go-v1", ...NOTHING },
      message: "NoCredentialProviders: no valid providers in chain. Deprecated.\n\tFor verbose messaging see aws.Config.CredentialsChainVerboseErrors",
    },
    {
      name: "rust: token file in a profile without role",
      pod: { sdk: "rust", files: { [CONFIG_FILE]: "[default]\nweb_identity_token_file = /t\n" } },
      message:
        "dispatch failure <- other <- the credentials provider was not properly configured <- ProfileFile provider could not be built: invalid credential source in `default`: `web_identity_token_file` was specified but `role_arn` was missing",
    },
    {
      name: "php: the last provider's message hides what web identity said",
      pod: { sdk: "php", stsError: DENIED, metadata: { endpoint: "disabled" } },
      message: "Error retrieving credentials from the instance profile metadata server. (GET /meta-data/iam/security-credentials/ was answered with 403)",
    },
    { name: "ruby: STS refused", pod: { sdk: "ruby", stsError: DENIED }, message: "said no" },
    {
      name: "ruby: no token file",
      pod: { sdk: "ruby", token: null },
      message: "Missing :web_identity_token_file parameter or invalid file path provided for Aws::AssumeRoleWebIdentityCredentials provider",
    },
    { name: "ruby: nothing found", pod: { sdk: "ruby", ...NOTHING }, message: "unable to sign request without credentials set" },
  ])("$name", async ({ pod, message }) => {
    expect(await createPod(pod).message()).toBe(message);
  });

  test.each<{ readonly name: string; readonly pod: PodOptions; readonly part: string }>([
    {
      name: "java-v2: nothing found names all providers",
      pod: { sdk: "java-v2", ...NOTHING },
      part: "Unable to load credentials from any of the providers in the chain AwsCredentialsProviderChain(credentialsProviders=[SystemPropertyCredentialsProvider(), EnvironmentVariableCredentialsProvider(), WebIdentityTokenFileCredentialsProvider(), ",
    },
    {
      name: "java-v2: web identity's own part",
      pod: { sdk: "java-v2", ...NOTHING },
      part: "WebIdentityTokenFileCredentialsProvider(): Either the environment variable AWS_WEB_IDENTITY_TOKEN_FILE or the javaproperty aws.webIdentityTokenFile must be set.",
    },
    {
      name: "java-v2: no sts module",
      pod: { sdk: "java-v2", hasStsModule: false, metadata: { endpoint: "disabled" } },
      part: "To use web identity tokens, the 'sts' service module must be on the class path.",
    },
    {
      name: "rust: nothing found",
      pod: { sdk: "rust", environment: NOTHING.environment, metadata: { roleName: null } },
      part: "the credential provider was not enabled <- no credentials found in chain",
    },
    { name: "rust: metadata that refuses", pod: { sdk: "rust", ...NOTHING }, part: "failed to load IMDS session token <- service error <- request forbidden" },
    { name: "kotlin: nothing found", pod: { sdk: "kotlin", ...NOTHING }, part: "No identity could be resolved from the chain: " },
  ])("$name", async ({ pod, part }) => {
    expect(await createPod(pod).message()).toContain(part);
  });
});

describe("what only the trace tells, because the SDK swallows it", () => {
  test.each<{ readonly sdk: SdkId; readonly pod: Omit<PodOptions, "sdk">; readonly reason: string }>([
    { sdk: "php", pod: { stsError: DENIED }, reason: "Error assuming role from web identity credentials" },
    { sdk: "php", pod: { stsError: INVALID }, reason: "InvalidIdentityToken, retries exhausted" },
    { sdk: "php", pod: { token: null }, reason: `Unreadable tokenfile at location ${PATH}` },
    { sdk: "php", pod: { environment: NO_ROLE }, reason: "No RoleArn or WebIdentityTokenFile specified" },
    { sdk: "php", pod: {}, reason: "Could not find environment variable credentials in AWS_ACCESS_KEY_ID/AWS_SECRET_ACCESS_KEY" },
    { sdk: "php", pod: { environment: { ...IRSA, AWS_WEB_IDENTITY_TOKEN_FILE: "token" } }, reason: "'WebIdentityTokenFile' must be an absolute path." },
    { sdk: "js-v2", pod: { stsError: DENIED }, reason: "Could not load credentials from TokenFileWebIdentityCredentials" },
    { sdk: "js-v3", pod: { environment: NO_ROLE }, reason: "Web identity configuration not specified" },
    { sdk: "go-v2", pod: { environment: { AWS_REGION: "eu-west-1" } }, reason: "token file path is not set" },
    { sdk: "rust", pod: { environment: NO_ROLE }, reason: "AWS_ROLE_ARN environment variable must be set" },
    { sdk: "rust", pod: { environment: { AWS_REGION: "eu-west-1" } }, reason: "$AWS_WEB_IDENTITY_TOKEN_FILE was not set" },
    { sdk: "dotnet-v3", pod: { environment: { ...IRSA, AWS_WEB_IDENTITY_TOKEN_FILE: "token" } }, reason: "The webIdentityTokenFile must be an absolute path." },
    { sdk: "java-v1", pod: { hasStsModule: false }, reason: "To use assume role profiles the aws-java-sdk-sts module must be on the class path." },
    { sdk: "java-v1", pod: { token: null }, reason: `Unable to locate specified web identity token file: ${PATH}` },
    {
      sdk: "dotnet-v3",
      pod: { environment: { ...IRSA, AWS_ROLE_SESSION_NAME: "a b" } },
      reason: "The role session name does not match ^[\\w+=,.@-]{2,64}$",
    },
  ])("$sdk: $reason", async ({ sdk, pod, reason }) => {
    const { call, notes } = createPod({ sdk, ...pod });
    expect((await call()).ok).toBe(true);
    expect(notes("sdk.provider").map(({ attributes }) => attributes.reason)).toContain(reason);
  });

  test.each(["cpp", "java-v1"] as const)("%s says nothing and sends the request unsigned", async (sdk) => {
    expect(await createPod({ sdk, ...NOTHING }).winner()).toBe("unsigned");
  });

  test("what Java v1's client does not tell is in the trace", async () => {
    const { call, notes } = createPod({ sdk: "java-v1", ...NOTHING });
    await call();
    expect(notes("sdk.credentials-error-swallowed")).toHaveLength(2);
    expect(String(notes("sdk.credentials-error-swallowed")[0]?.attributes.message)).toMatch(
      /^Unable to load AWS credentials from any provider in the chain: \[EnvironmentVariableCredentialsProvider: Unable to load AWS credentials from environment variables \(/,
    );
  });
});
