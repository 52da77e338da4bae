import { USUAL_METADATA } from "../imds/metadata-rules.js";
import { container } from "../providers/container.js";
import { env } from "../providers/env.js";
import { imds } from "../providers/imds.js";
import { credentialProcess, ssoKeys } from "../providers/profile/not-simulated.js";
import { profile } from "../providers/profile/profile.js";
import { staticKeys } from "../providers/profile/static-keys.js";
import { webIdentity } from "../providers/web-identity.js";
import { jitteredBackoff } from "../retry/decide-retry.js";
import { READ_ONCE } from "../sts/token-file-rule.js";
import type { SdkChain } from "./chain.js";
import { OLDER_CLIENT } from "./client-rules.js";

/**
 * `DefaultAWSCredentialsProviderChain` of aws-sdk-cpp 1.11 (sdk-credential-chains.md, section 3.14): no exceptions; without credentials the request goes out unsigned.
 * Differs perhaps in an access key without secret and in a profile with `role_arn`, which are passed over, and in the variables for the endpoint, which do not count.
 * Differs from releases since August 2025, which hand web identity to the C runtime.
 */
export const cpp: SdkChain = {
  links: [
    env({ name: "EnvironmentAWSCredentialsProvider", onError: "continue" }),
    profile({ name: "ProfileConfigFileAWSCredentialsProvider", onError: "continue", forms: [staticKeys] }),
    profile({
      name: "ProcessCredentialsProvider",
      kind: "process",
      onError: "continue",
      forms: [credentialProcess],
      skipText: "no profile with credential_process",
    }),
    webIdentity({ name: "STSAssumeRoleWebIdentityCredentialsProvider", onError: "continue", places: ["environment", "profile"], mix: "all-or-nothing" }),
    profile({ name: "SSOCredentialsProvider", kind: "sso", onError: "continue", forms: [ssoKeys], skipText: "no profile with SSO keys" }),
    container({ name: "GeneralHTTPCredentialsProvider", onError: "continue" }),
    imds({ name: "InstanceProfileCredentialsProvider", onError: "continue", unlessContainer: true }),
  ],
  webIdentitySince: "1.7.174",
  stsCallPhase: "walk",
  sharedConfig: { configFile: "always" },
  onRefresh: "winner-then-chain",
  cache: { backgroundSeconds: 0, blockingSeconds: 5, background: "caller" },
  retry: { mode: "legacy", attempts: { legacy: 4 }, codes: ["IDPCommunicationError", "InvalidIdentityToken"], pauseMs: jitteredBackoff(100) },
  sts: {
    region: ["AWS_DEFAULT_REGION", "profile"],
    noRegion: { take: "us-east-1" },
    mode: "regional",
    legacyCovers: "old-regions",
    regionalFlag: false,
    endpointVariables: [],
  },
  sessionName: { make: ({ uuid }) => uuid(), scope: "provider" },
  client: { ...OLDER_CLIENT, noRegion: { take: "us-east-1" } },
  metadata: USUAL_METADATA,
  caVariables: [],
  tokenFile: READ_ONCE,
  texts: {
    stsRefused: ({ wire }) => `${wire.code}: ${wire.message}`,
    tokenFileUnreadable: (_path, message) => message,
    nothingFound: () => null,
  },
};
