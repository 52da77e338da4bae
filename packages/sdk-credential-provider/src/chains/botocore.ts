import { FAULTS, type MetadataRules, NO_VERSION_2, ONE_TRY, USUAL_METADATA } from "../imds/metadata-rules.js";
import { jitteredBackoff } from "../retry/decide-retry.js";
import type { ProfileRefusal } from "../shared-config/shared-config-rules.js";
import { STS_ENDPOINT_VARIABLES } from "../sts/decide-sts-endpoint.js";
import { READ_ONCE } from "../sts/token-file-rule.js";
import { botocoreLinks, botocoreSharedConfig } from "./botocore-links.js";
import { botocoreTexts } from "./botocore-texts.js";
import type { SdkChain } from "./chain.js";
import { OLDER_CLIENT } from "./client-rules.js";

/** Whatever the token request is answered with but 400, it goes on without one. */
const METADATA: MetadataRules = {
  ...USUAL_METADATA,
  credentials: { ...ONE_TRY, withoutToken: { forGood: ["silence", 401, ...NO_VERSION_2, ...FAULTS], forOnce: [] } },
};

/** botocore and boto3 1.44 (sdk-credential-chains.md, section 3.3). */
export const botocore: SdkChain = {
  links: botocoreLinks,
  webIdentitySince: "1.12.200",
  stsCallPhase: "firstUse",
  sharedConfig: botocoreSharedConfig,
  onRefresh: "winner",
  refusesEnvironment: refuseFlag,
  cache: { backgroundSeconds: 900, blockingSeconds: 600, background: "caller" },
  retry: {
    mode: "standard",
    attempts: { legacy: 5, standard: 3, adaptive: 3 },
    unknownMode: (mode) => `Invalid value provided to "mode": "${mode}" must be one of: ('legacy', 'standard', 'adaptive')`,
    badMaxAttempts: (written) =>
      Number(written) === 0
        ? `Value provided to "max_attempts": ${written} must be an integer greater than or equal to 1.`
        : `invalid literal for int() with base 10: '${written}'`,
    codes: ["IDPCommunicationError"],
    pauseMs: jitteredBackoff(1000),
  },
  sts: {
    region: ["AWS_DEFAULT_REGION", "profile"],
    noRegion: { take: "global" },
    emptyVariableError: { code: "InvalidEndpoint", message: "Invalid endpoint: https://s3..amazonaws.com", isOfSettings: true },
    mode: "regional",
    legacyCovers: "old-regions",
    regionalFlag: true,
    endpointVariables: STS_ENDPOINT_VARIABLES,
  },
  sessionName: { make: ({ nowMs }) => `botocore-session-${Math.floor(nowMs / 1000)}`, scope: "provider" },
  readsProxyVariables: true,
  client: {
    ...OLDER_CLIENT,
    noRegion: { take: "global" },
    usEast1IsGlobal: true,
    endpointVariables: ["AWS_ENDPOINT_URL_S3", "AWS_ENDPOINT_URL"],
    pathStyle: "addresses-and-localhost",
    invalidRegion: (region) => ({
      code: "InvalidRegionError",
      message: `Provided region_name '${region}' doesn't match a supported format.`,
      isOfSettings: true,
    }),
    followsBucketRegion: true,
  },
  metadata: METADATA,
  caVariables: ["AWS_CA_BUNDLE"],
  tokenFile: READ_ONCE,
  texts: botocoreTexts,
};

/** Where STS is to be called is said in one of two words. */
function refuseFlag({ AWS_STS_REGIONAL_ENDPOINTS: flag = "" }: Readonly<Record<string, string>>): ProfileRefusal | null {
  if (["", "legacy", "regional"].includes(flag.toLowerCase())) return null;
  const message = `STS regional endpoints option ${flag} is invalid. Valid options are: "legacy", "regional"`;
  return { code: "InvalidSTSRegionalEndpointsConfigError", message };
}
