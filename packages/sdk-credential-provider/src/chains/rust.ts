import { container } from "../providers/container.js";
import { env } from "../providers/env.js";
import { imds } from "../providers/imds.js";
import { credentialProcess, ssoKeys } from "../providers/profile/not-simulated.js";
import { profile } from "../providers/profile/profile.js";
import { sourceRole } from "../providers/profile/source-role.js";
import { staticKeys } from "../providers/profile/static-keys.js";
import { webIdentityRoleOrFail } from "../providers/profile/web-identity-role.js";
import { webIdentity } from "../providers/web-identity.js";
import { jitteredBackoff } from "../retry/decide-retry.js";
import { READ_ONCE } from "../sts/token-file-rule.js";
import type { SdkChain } from "./chain.js";

/**
 * `DefaultCredentialsChain` of aws-config 1.11 (sdk-credential-chains.md, section 3.11): what is not configured continues, all else ends the chain.
 * Differs perhaps in `AWS_DEFAULT_REGION`, which does not count here; the texts for a role without source and for a missing region are from memory of the SDK.
 */
export const rust: SdkChain = {
  links: [
    env({ name: "Environment", onError: "continue", secretAccessKey: ["AWS_SECRET_ACCESS_KEY", "SECRET_ACCESS_KEY"] }),
    profile({
      name: "Profile",
      onError: "fail",
      forms: [
        sourceRole({ noSource: { fail: "profile must contain `source_profile` or `credential_source` but neither were defined" } }),
        webIdentityRoleOrFail,
        staticKeys,
        ssoKeys,
        credentialProcess,
      ],
    }),
    webIdentity({
      name: "WebIdentityToken",
      onError: "fail",
      skipTexts: { noTokenFile: "$AWS_WEB_IDENTITY_TOKEN_FILE was not set", noRole: "AWS_ROLE_ARN environment variable must be set" },
    }),
    container({ name: "EcsContainer", onError: "fail" }),
    imds({ name: "Ec2InstanceMetadata", onError: "fail" }),
  ],
  stsCallPhase: "walk",
  sharedConfig: { configFile: "always" },
  onRefresh: "chain",
  cache: { backgroundSeconds: 0, blockingSeconds: 10, background: "caller", blockingJitterSeconds: 5 },
  retry: { mode: "standard", attempts: { standard: 3 }, codes: ["IDPCommunicationError"], pauseMs: jitteredBackoff(1000) },
  sts: {
    region: ["AWS_REGION", "profile", "imds"],
    noRegion: { take: "error", message: "Invalid Configuration: Missing Region" },
    mode: "regional",
    legacyCovers: "old-regions",
    regionalFlag: false,
    endpointVariables: true,
  },
  sessionName: {
    make: ({ nowMs }) => `web-identity-token-${nowMs}`,
    scope: "call",
    profileWebIdentity: (createdMs) => `web-identity-token-profile-${createdMs}`,
  },
  tokenFile: READ_ONCE,
  texts: {
    stsRefused: ({ wire }) => `${wire.code}: ${wire.message}`,
    tokenFileUnreadable: (_path, message) => message,
    nothingFound: () => "the credential provider was not enabled",
  },
};
