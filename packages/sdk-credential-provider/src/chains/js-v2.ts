import { FAULTS, type MetadataRules, NO_VERSION_2, ONE_TRY, USUAL_METADATA } from "../imds/metadata-rules.js";
import { container } from "../providers/container.js";
import { env } from "../providers/env.js";
import { imds } from "../providers/imds.js";
import { credentialProcess, ssoKeys } from "../providers/profile/not-simulated.js";
import { profile } from "../providers/profile/profile.js";
import { sourceRole } from "../providers/profile/source-role.js";
import { staticKeys } from "../providers/profile/static-keys.js";
import { webIdentity } from "../providers/web-identity.js";
import { isThrottledOrFault, jitteredBackoff } from "../retry/decide-retry.js";
import { READ_ONCE } from "../sts/token-file-rule.js";
import type { SdkChain } from "./chain.js";
import { OLDER_CLIENT } from "./client-rules.js";
import { nodeSendError } from "./node-send-error.js";
import type { Failure } from "./sdk-texts.js";
import type { Unanswered } from "./unanswered.js";

const METADATA: MetadataRules = {
  ...USUAL_METADATA,
  credentials: { ...ONE_TRY, token: 4, document: 4, retried: FAULTS, withoutToken: { forGood: ["silence", 401, ...NO_VERSION_2], forOnce: [] } },
};

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
    container({ name: "ECSCredentials (RemoteCredentials)", onError: "continue", attempts: { count: 4, after: "faults" } }),
    profile({ name: "ProcessCredentials", kind: "process", onError: "continue", forms: [credentialProcess], skipText: "no profile with credential_process" }),
    webIdentity({ name: "TokenFileWebIdentityCredentials", onError: "continue", places: ["environment", "profile"], mix: "all-or-nothing" }),
    imds({ name: "EC2MetadataCredentials", onError: "continue" }),
  ],
  webIdentitySince: "2.525.0",
  stsCallPhase: "walk",
  sharedConfig: { configFile: "with-load-config", credentialsFileVariable: "with-load-config" },
  onRefresh: "winner",
  cache: { backgroundSeconds: 0, blockingSeconds: 15, background: "caller" },
  // The code means IDPCommunicationError too, but compares with a name that never comes on the wire.
  retry: {
    mode: "legacy",
    attempts: { legacy: 4 },
    maxAttemptsIn: [],
    passes: isThrottledOrFault,
    codes: ["InvalidIdentityToken"],
    pauseMs: jitteredBackoff(100),
  },
  sts: {
    region: ["AWS_REGION", "profile"],
    noRegion: { take: "global" },
    mode: "legacy",
    legacyCovers: "all-regions",
    regionalFlag: true,
    unknownFlag: (flag) => `Invalid AWS_STS_REGIONAL_ENDPOINTS environment variable. Expect 'legacy'  or 'regional'. Got '${flag}'.`,
    regionalNeedsRegion: "Missing region in config",
    assumeRoleRegion: "profile-or-us-east-1",
    endpointVariables: [],
  },
  sessionName: { make: () => "token-file-web-identity", scope: "constant", assumeRole: (nowMs) => `aws-sdk-js-${nowMs}` },
  client: { ...OLDER_CLIENT, noRegion: { take: "global" }, usEast1IsGlobal: true, accesses: 2, onCredentialsError: "repeats-signing" },
  metadata: METADATA,
  caVariables: ["NODE_EXTRA_CA_CERTS"],
  tokenFile: READ_ONCE,
  texts: {
    stsRefused: () => "Could not load credentials from TokenFileWebIdentityCredentials",
    tokenFileUnreadable: (_path, message) => message,
    nothingFound: () => "Could not load credentials from any providers",
    serviceUnanswered: (unanswered) => (isUnresolved(unanswered.error.code) ? inaccessible(unanswered) : nodeSendError(unanswered)),
    thrown,
    typeOf,
  },
};

function typeOf({ place, code, wire }: Failure): string {
  if (place === "credentials") return "CredentialsError";
  return wire?.code ?? (isUnresolved(code) ? "UnknownEndpoint" : "NetworkingError");
}

function isUnresolved(code: string): boolean {
  return code === "ENOTFOUND" || code === "EAI_AGAIN";
}

function inaccessible({ url }: Unanswered): string {
  // Also of what is no URL: it ends at a blank.
  const hostname = URL.canParse(url) ? new URL(url).hostname : url.replace(/^\w+:\/\/([^/?#\s]*).*$/s, "$1");
  const region = /\.s3\.([^.]+)\.amazonaws/.exec(url)?.[1] ?? "us-east-1";
  return `Inaccessible host: \`${hostname}' at port \`undefined'. This service may not be available in the \`${region}' region.`;
}

/** A request is refused when it is looked at, for want of credentials, and once more when it is signed, in the words of whoever had none then. */
function thrown({ place, access, message }: Failure): string {
  return place === "credentials" && access === 1 ? "Missing credentials in config, if using AWS_CONFIG_FILE, set AWS_SDK_LOAD_CONFIG=1" : message;
}
