import type { SdkChain } from "./chain.js";

/** `@aws-sdk/credential-provider-node` 3.972 (sdk-credential-chains.md, section 3.5). */
export const jsV3: SdkChain = {
  links: [
    { name: "fromEnv", kind: "env", onError: "continue" },
    { name: "fromSSO", kind: "never", onError: "continue", skipReason: "no sso options in code" },
    { name: "fromIni", kind: "profile", onError: "continue" },
    { name: "fromProcess", kind: "never", onError: "continue", skipReason: "no profile with credential_process" },
    { name: "fromTokenFile", kind: "web-identity", onError: "fail" },
    { name: "remoteProvider: fromHttp, fromContainerMetadata", kind: "container", onError: "continue" },
    { name: "remoteProvider: fromInstanceMetadata", kind: "imds", onError: "continue" },
  ],
  webIdentityNeeds: "both",
  environmentYieldsToProfile: true,
  partialKeysFail: false,
  onRefresh: "chain",
  cache: { backgroundSeconds: 300, blockingSeconds: 0, background: "task" },
  stsAttempts: { IDPCommunicationError: 3, Throttling: 3 },
  regionVariables: ["AWS_REGION"],
  regionFromMetadata: false,
  sessionName: { make: ({ nowMs }) => `aws-sdk-js-session-${nowMs}`, scope: "call" },
  exchangeError: (_roleArn, { message }) => message,
  nothingFound: "Could not load credentials from any providers",
};
