import type { SdkChain } from "./chain.js";

/** botocore and boto3 1.43, `create_credential_resolver` (sdk-credential-chains.md, section 3.3). */
export const botocore: SdkChain = {
  links: [
    { name: "EnvProvider", kind: "env", onError: "fail" },
    { name: "AssumeRoleProvider", kind: "never", onError: "fail", skipReason: "no profile with role_arn" },
    { name: "AssumeRoleWithWebIdentityProvider", kind: "web-identity", onError: "fail" },
    { name: "SSOProvider", kind: "never", onError: "fail", skipReason: "no profile with SSO keys" },
    { name: "SharedCredentialProvider", kind: "profile", onError: "fail" },
    { name: "LoginProvider", kind: "never", onError: "fail", skipReason: "no profile with login keys" },
    { name: "ProcessProvider", kind: "never", onError: "fail", skipReason: "no profile with credential_process" },
    { name: "ConfigProvider", kind: "never", onError: "fail", skipReason: "no keys in the config file" },
    { name: "OriginalEC2Provider", kind: "never", onError: "fail", skipReason: "AWS_CREDENTIAL_FILE is not set" },
    { name: "BotoProvider", kind: "never", onError: "fail", skipReason: "no boto configuration" },
    { name: "ContainerProvider", kind: "container", onError: "fail" },
    { name: "InstanceMetadataProvider", kind: "imds", onError: "continue" },
  ],
  webIdentityNeeds: "token-file",
  environmentYieldsToProfile: false,
  partialKeysFail: true,
  onRefresh: "winner",
  cache: { backgroundSeconds: 900, blockingSeconds: 600, background: "caller" },
  stsAttempts: { IDPCommunicationError: 5 },
  regionVariables: ["AWS_DEFAULT_REGION"],
  regionFromMetadata: false,
  sessionName: { make: ({ nowMs }) => `botocore-session-${Math.floor(nowMs / 1000)}`, scope: "provider" },
  exchangeError: (_roleArn, { code, message }) => `An error occurred (${code}) when calling the AssumeRoleWithWebIdentity operation: ${message}`,
  nothingFound: "Unable to locate credentials",
};
