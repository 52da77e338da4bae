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

const FORMS = [sourceRole({ noSource: "skip" }), staticKeys, webIdentityRole];

/** aws-sdk-go 1.55, `session.NewSession` (sdk-credential-chains.md, section 3.8): a choice, as in Go v2. */
export const goV1: SdkChain = {
  links: [
    profile({ name: "profile set in code", onError: "fail", forms: FORMS, onlyForProfileInCode: true }),
    env({
      name: "environment keys",
      onError: "fail",
      accessKeyId: ["AWS_ACCESS_KEY_ID", "AWS_ACCESS_KEY"],
      secretAccessKey: ["AWS_SECRET_ACCESS_KEY", "AWS_SECRET_KEY"],
      yieldsTo: "profile-in-code",
    }),
    webIdentity({
      name: "WebIdentityRoleProvider",
      onError: "fail",
      profileInCode: "takes-no-part",
      noRoleError: { code: "WebIdentityErr", message: "WebIdentityErr: role ARN is not set" },
    }),
    profile({ name: "shared profile", onError: "fail", forms: FORMS }),
    profile({ name: "SSO", kind: "sso", onError: "fail", forms: [ssoKeys], skipText: "no profile with SSO keys" }),
    profile({ name: "process", kind: "process", onError: "fail", forms: [credentialProcess], skipText: "no profile with credential_process" }),
    container({ name: "RemoteCredProvider", onError: "fail", first: "full" }),
    imds({ name: "EC2RoleProvider", onError: "fail", unlessContainer: true }),
  ],
  webIdentitySince: "1.23.13",
  stsCallPhase: "firstUse",
  sharedConfig: { configFile: "with-load-config" },
  onRefresh: "winner",
  cache: { backgroundSeconds: 0, blockingSeconds: 0, background: "caller" },
  retry: {
    mode: "legacy",
    attempts: { legacy: 4 },
    codes: ["InvalidIdentityToken", "IDPCommunicationError", "ExpiredTokenException"],
    pauseMs: jitteredBackoff(30),
  },
  sts: {
    region: ["AWS_REGION", "AWS_DEFAULT_REGION", "profile"],
    noRegion: { take: "global" },
    mode: "legacy",
    legacyCovers: "old-regions",
    regionalFlag: true,
    endpointVariables: false,
  },
  sessionName: { make: ({ nowMs }) => `${nowMs}000000`, scope: "call" },
  readsProxyVariables: true,
  tokenFile: READ_ONCE,
  texts: {
    stsRefused: ({ wire, unanswered }) => {
      const cause = unanswered === null ? `${wire.code}: ${wire.message}` : `RequestError: send request failed caused by: ${goSendError(unanswered)}`;
      return `WebIdentityErr: failed to retrieve credentials caused by: ${cause}`;
    },
    tokenFileUnreadable: (path) => `WebIdentityErr: failed fetching WebIdentity token: caused by: WebIdentityErr: unable to read file at ${path}`,
    nothingFound: () => "NoCredentialProviders: no valid providers in chain. Deprecated. For verbose messaging see aws.Config.CredentialsChainVerboseErrors",
  },
};
