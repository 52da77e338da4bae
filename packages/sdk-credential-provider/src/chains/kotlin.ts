import { container } from "../providers/container.js";
import { env } from "../providers/env.js";
import { imds } from "../providers/imds.js";
import { credentialProcess, ssoKeys } from "../providers/profile/not-simulated.js";
import { profile } from "../providers/profile/profile.js";
import { sourceRole } from "../providers/profile/source-role.js";
import { staticKeys } from "../providers/profile/static-keys.js";
import { webIdentityRole } from "../providers/profile/web-identity-role.js";
import { systemProperties } from "../providers/system-properties.js";
import { webIdentity } from "../providers/web-identity.js";
import { jitteredBackoff } from "../retry/decide-retry.js";
import { READ_ONCE } from "../sts/token-file-rule.js";
import type { SdkChain } from "./chain.js";

/**
 * `DefaultChainCredentialsProvider` of aws-sdk-kotlin 1.5 (sdk-credential-chains.md, section 3.15): every exception continues, and 15 minutes are asked for.
 * Differs perhaps in `InvalidIdentityToken`, which is not repeated here, and without a region, where the provider fails.
 */
export const kotlin: SdkChain = {
  links: [
    systemProperties({ name: "SystemPropertyCredentialsProvider", secretKey: "aws.secretAccessKey" }),
    env({ name: "EnvironmentCredentialsProvider", onError: "continue" }),
    webIdentity({ name: "StsWebIdentityProvider", onError: "continue", places: ["system-properties", "environment"] }),
    profile({
      name: "ProfileCredentialsProvider",
      onError: "continue",
      forms: [sourceRole({ noSource: "skip" }), webIdentityRole, ssoKeys, credentialProcess, staticKeys],
    }),
    container({ name: "EcsCredentialsProvider", onError: "continue" }),
    imds({ name: "ImdsCredentialsProvider", onError: "continue" }),
  ],
  stsCallPhase: "walk",
  sharedConfig: { configFile: "always" },
  onRefresh: "chain",
  cache: { backgroundSeconds: 0, blockingSeconds: 10, background: "caller" },
  retry: { mode: "standard", attempts: { standard: 3 }, codes: ["IDPCommunicationError"], pauseMs: jitteredBackoff(100) },
  sts: {
    region: ["aws.region", "AWS_REGION", "profile", "imds"],
    noRegion: { take: "error", message: "no region" },
    mode: "regional",
    legacyCovers: "old-regions",
    regionalFlag: false,
    endpointVariables: true,
  },
  sessionName: { make: ({ nowMs }) => `aws-sdk-kotlin-${nowMs}`, scope: "provider" },
  durationSeconds: 900,
  tokenFile: READ_ONCE,
  texts: {
    stsRefused: ({ wire }) => wire.message,
    tokenFileUnreadable: (_path, message) => message,
    nothingFound: (attempts) =>
      `No identity could be resolved from the chain: ${attempts.map(({ provider, message }) => `${provider}: ${message}`).join(", ")}`,
  },
};
