import { jitteredBackoff } from "../retry/decide-retry.js";
import { READ_ONCE } from "../sts/token-file-rule.js";
import { botocoreLinks, botocoreSharedConfig, botocoreTexts } from "./botocore-links.js";
import type { SdkChain } from "./chain.js";

/** botocore and boto3 1.43 (sdk-credential-chains.md, section 3.3). */
export const botocore: SdkChain = {
  links: botocoreLinks,
  webIdentitySince: "1.12.200",
  stsCallPhase: "firstUse",
  sharedConfig: botocoreSharedConfig,
  onRefresh: "winner",
  cache: { backgroundSeconds: 900, blockingSeconds: 600, background: "caller" },
  retry: { mode: "legacy", attempts: { legacy: 5, standard: 3 }, codes: ["IDPCommunicationError"], pauseMs: jitteredBackoff(1000) },
  sts: {
    region: ["AWS_DEFAULT_REGION", "profile"],
    noRegion: { take: "global" },
    mode: "regional",
    legacyCovers: "old-regions",
    regionalFlag: true,
    endpointVariables: true,
  },
  sessionName: { make: ({ nowMs }) => `botocore-session-${Math.floor(nowMs / 1000)}`, scope: "provider" },
  readsProxyVariables: true,
  tokenFile: READ_ONCE,
  texts: { ...botocoreTexts, nothingFound: () => "Unable to locate credentials" },
};
