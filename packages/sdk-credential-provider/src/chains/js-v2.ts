import { container } from "../providers/container.js";
import { env } from "../providers/env.js";
import { imds } from "../providers/imds.js";
import { credentialProcess, ssoKeys } from "../providers/profile/not-simulated.js";
import { profile } from "../providers/profile/profile.js";
import { sourceRole } from "../providers/profile/source-role.js";
import { staticKeys } from "../providers/profile/static-keys.js";
import { webIdentity } from "../providers/web-identity.js";
import { jitteredBackoff } from "../retry/decide-retry.js";
import { READ_ONCE } from "../sts/token-file-rule.js";
import type { SdkChain } from "./chain.js";

/** `aws-sdk` 2.1693 (sdk-credential-chains.md, section 3.6): any error continues, and Pod Identity stands before IRSA. */
export const jsV2: SdkChain = {
  links: [
    env({ name: "EnvironmentCredentials('AWS')", onError: "continue" }),
    env({
      name: "EnvironmentCredentials('AMAZON')",
      onError: "continue",
      accessKeyId: ["AMAZON_ACCESS_KEY_ID"],
      secretAccessKey: ["AMAZON_SECRET_ACCESS_KEY"],
      sessionToken: ["AMAZON_SESSION_TOKEN"],
    }),
    profile({ name: "SsoCredentials", kind: "sso", onError: "continue", forms: [ssoKeys], skipText: "no profile with SSO keys" }),
    profile({
      name: "SharedIniFileCredentials",
      onError: "continue",
      forms: [sourceRole({ noSource: "skip" }), staticKeys],
      needsConfigFileOnceLoaded: true,
    }),
    container({ name: "ECSCredentials (RemoteCredentials)", onError: "continue" }),
    profile({ name: "ProcessCredentials", kind: "process", onError: "continue", forms: [credentialProcess], skipText: "no profile with credential_process" }),
    webIdentity({ name: "TokenFileWebIdentityCredentials", onError: "continue", places: ["environment", "profile"], mix: "all-or-nothing" }),
    imds({ name: "EC2MetadataCredentials", onError: "continue" }),
  ],
  webIdentitySince: "2.525.0",
  stsCallPhase: "walk",
  sharedConfig: { configFile: "with-load-config" },
  onRefresh: "winner",
  cache: { backgroundSeconds: 0, blockingSeconds: 15, background: "caller" },
  // The code means IDPCommunicationError too, but compares with a name that never comes on the wire.
  retry: { mode: "legacy", attempts: { legacy: 4 }, codes: ["InvalidIdentityToken"], pauseMs: jitteredBackoff(100) },
  sts: {
    region: ["AWS_REGION", "profile"],
    noRegion: { take: "global" },
    mode: "legacy",
    legacyCovers: "all-regions",
    regionalFlag: true,
    regionalNeedsRegion: "Missing region in config",
    endpointVariables: false,
  },
  sessionName: { make: () => "token-file-web-identity", scope: "constant" },
  tokenFile: READ_ONCE,
  texts: {
    stsRefused: () => "Could not load credentials from TokenFileWebIdentityCredentials",
    tokenFileUnreadable: (_path, message) => message,
    nothingFound: () => "Could not load credentials from any providers",
  },
};
