import type { SdkChain } from "./chain.js";

/** AWSSDK.Core 3.x, `FallbackCredentialsFactory` (sdk-credential-chains.md, section 3.1). */
export const dotnetV3: SdkChain = {
  links: [
    { name: "AppConfigAWSCredentials", kind: "never", onError: "continue", skipReason: ".NET Framework only" },
    { name: "AssumeRoleWithWebIdentityCredentials.FromEnvironmentVariables", kind: "web-identity", onError: "fail" },
    { name: "CredentialProfileStoreChain", kind: "profile", onError: "continue" },
    { name: "EnvironmentVariablesAWSCredentials", kind: "env", onError: "continue" },
    { name: "container wrapper", kind: "container", onError: "fail" },
    { name: "DefaultInstanceProfileAWSCredentials", kind: "imds", onError: "fail" },
  ],
  webIdentityNeeds: "both",
  environmentYieldsToProfile: false,
  partialKeysFail: false,
  onRefresh: "winner",
  cache: { backgroundSeconds: 0, blockingSeconds: 900, background: "caller" },
  stsAttempts: { IDPCommunicationError: 5, InvalidIdentityToken: 5 },
  regionVariables: ["AWS_REGION"],
  regionFromMetadata: true,
  sessionName: { make: ({ uuid }) => uuid(), scope: "provider" },
  exchangeError: (roleArn) => `Error calling AssumeRole for role ${roleArn}`,
  nothingFound: "Unable to get IAM security credentials from EC2 Instance Metadata Service.",
};
