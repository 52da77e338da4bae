import { USUAL_METADATA } from "../imds/metadata-rules.js";
import { absent } from "../providers/absent.js";
import { container } from "../providers/container.js";
import { env } from "../providers/env.js";
import { imds } from "../providers/imds.js";
import { credentialProcess, ssoKeys } from "../providers/profile/not-simulated.js";
import { profile } from "../providers/profile/profile.js";
import { sourceRole } from "../providers/profile/source-role.js";
import { staticKeys } from "../providers/profile/static-keys.js";
import { webIdentityRole } from "../providers/profile/web-identity-role.js";
import { steadyBackoff } from "../retry/decide-retry.js";
import { STS_ENDPOINT_VARIABLES } from "../sts/decide-sts-endpoint.js";
import type { SdkChain } from "./chain.js";
import { OLDER_CLIENT } from "./client-rules.js";

import { dotnetSessionName, dotnetTexts, dotnetTokenFile, dotnetWebIdentity } from "./dotnet-web-identity.js";

/**
 * AWSSDK.Core 3.x, `FallbackCredentialsFactory` (sdk-credential-chains.md, section 3.1).
 * Differs perhaps from early and late releases of 3.7: `AWS_CONTAINER_CREDENTIALS_FULL_URI` and the endpoint variables always count here.
 */
export const dotnetV3: SdkChain = {
  links: [
    absent({ name: "AppConfigAWSCredentials", kind: "app-config", onError: "continue", reason: ".NET Framework only" }),
    dotnetWebIdentity,
    profile({
      name: "CredentialProfileStoreChain",
      onError: "continue",
      forms: [sourceRole({ noSource: "skip" }), staticKeys, webIdentityRole, ssoKeys, credentialProcess],
    }),
    env({ name: "EnvironmentVariablesAWSCredentials", onError: "continue" }),
    container({ name: "container wrapper", onError: "fail" }),
    imds({ name: "DefaultInstanceProfileAWSCredentials", onError: "fail", unlessContainer: true }),
  ],
  webIdentitySince: "3.3.659.1",
  stsCallPhase: "firstUse",
  sharedConfig: { configFile: "always", profileInCodeBypassesChain: true },
  onRefresh: "winner",
  cache: { backgroundSeconds: 0, blockingSeconds: 900, background: "caller" },
  retry: {
    mode: "legacy",
    attempts: { legacy: 5, standard: 3 },
    codes: ["IDPCommunicationError", "InvalidIdentityToken"],
    pauseMs: steadyBackoff(100, 2),
  },
  sts: {
    region: ["app.config", "AWS_REGION", "profile", "imds"],
    noRegion: { take: "us-east-1" },
    mode: "regional",
    legacyCovers: "old-regions",
    regionalFlag: true,
    endpointVariables: STS_ENDPOINT_VARIABLES,
  },
  sessionName: dotnetSessionName,
  client: { ...OLDER_CLIENT, noRegion: { take: "us-east-1" } },
  metadata: USUAL_METADATA,
  caVariables: [],
  tokenFile: dotnetTokenFile,
  texts: { ...dotnetTexts, nothingFound: () => "Unable to get IAM security credentials from EC2 Instance Metadata Service." },
};
