import { container } from "../providers/container.js";
import { env } from "../providers/env.js";
import { imds } from "../providers/imds.js";
import { credentialProcess, ssoKeys } from "../providers/profile/not-simulated.js";
import { profile } from "../providers/profile/profile.js";
import { sourceRole } from "../providers/profile/source-role.js";
import { staticKeys } from "../providers/profile/static-keys.js";
import { webIdentityRole } from "../providers/profile/web-identity-role.js";
import { webIdentity } from "../providers/web-identity.js";
import { jitteredBackoff } from "../retry/decide-retry.js";
import { READ_ONCE } from "../sts/token-file-rule.js";
import type { SdkChain } from "./chain.js";
import { goSendError } from "./go-send-error.js";
import type { StsRefusal } from "./sdk-texts.js";

const FORMS = [sourceRole({ noSource: "skip" }), staticKeys, webIdentityRole];

const MISSING_REGION =
  "failed to refresh cached credentials, failed to retrieve credentials, operation error STS: AssumeRoleWithWebIdentity, failed to resolve service endpoint, endpoint rule error, Invalid Configuration: Missing Region";

/**
 * `config` and `stscreds` of aws-sdk-go-v2 (sdk-credential-chains.md, section 3.7): one branch is chosen from configuration, and the order is that of the choice.
 * Differs perhaps from releases in `IDPCommunicationError`, which is not repeated here.
 */
export const goV2: SdkChain = {
  links: [
    profile({ name: "profile set in code", onError: "fail", forms: FORMS, onlyForProfileInCode: true }),
    env({ name: "environment keys", onError: "fail", yieldsTo: "profile-in-code" }),
    webIdentity({
      name: "assumeWebIdentity",
      onError: "fail",
      profileInCode: "takes-no-part",
      noRoleError: { code: "InvalidConfiguration", message: "role ARN is not set" },
      skipTexts: { noTokenFile: "token file path is not set" },
    }),
    profile({ name: "shared profile", onError: "fail", forms: FORMS }),
    profile({ name: "SSO", kind: "sso", onError: "fail", forms: [ssoKeys], skipText: "no profile with SSO keys" }),
    profile({ name: "process", kind: "process", onError: "fail", forms: [credentialProcess], skipText: "no profile with credential_process" }),
    container({ name: "endpointcreds", onError: "fail", first: "full" }),
    imds({ name: "ec2rolecreds", onError: "fail", unlessContainer: true }),
  ],
  stsCallPhase: "firstUse",
  sharedConfig: { configFile: "always", missingProfile: (name) => `failed to get shared config profile, ${name}` },
  onRefresh: "winner",
  cache: { backgroundSeconds: 0, blockingSeconds: 0, background: "caller" },
  retry: { mode: "standard", attempts: { standard: 3 }, codes: ["InvalidIdentityToken"], pauseMs: jitteredBackoff(1000) },
  sts: {
    region: ["AWS_REGION", "AWS_DEFAULT_REGION", "profile"],
    noRegion: { take: "error", message: MISSING_REGION },
    mode: "regional",
    legacyCovers: "old-regions",
    regionalFlag: false,
    endpointVariables: true,
  },
  sessionName: { make: ({ nowMs }) => `${nowMs}000000`, scope: "call" },
  readsProxyVariables: true,
  tokenFile: READ_ONCE,
  texts: {
    stsRefused,
    tokenFileUnreadable: (path) => `failed to refresh cached credentials, failed to retrieve jwt from provide source, unable to read file at ${path}`,
    nothingFound: () => "failed to refresh cached credentials, no EC2 IMDS role found, operation error ec2imds: GetMetadata",
  },
};

function stsRefused({ action, wire, attempts, isExhausted, requestId, unanswered }: StsRefusal): string {
  const exhausted = isExhausted ? `exceeded maximum number of attempts, ${attempts}, ` : "";
  const said = unanswered === null ? `${wire.code}: ${wire.message}` : `request send failed, ${goSendError(unanswered)}`;
  const response = `https response error StatusCode: ${wire.status}, RequestID: ${requestId}, ${said}`;
  return `failed to refresh cached credentials, failed to retrieve credentials, operation error STS: ${action}, ${exhausted}${response}`;
}
