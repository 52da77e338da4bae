import { FAULTS, type MetadataRules, type MetadataTries, NO_VERSION_2, TOKEN_OR_NOTHING, USUAL_METADATA } from "../imds/metadata-rules.js";
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
import { OLDER_CLIENT } from "./client-rules.js";

import { goV1RefuseEnvironment } from "./go-refuse-environment.js";
import { goSendError } from "./go-send-error.js";
import { goV1Unreadable } from "./go-v1-unreadable.js";
import { goFileReason } from "./os-reason.js";
import type { ShortParameter } from "./sdk-texts.js";
import type { Unanswered } from "./unanswered.js";

const FORMS = [sourceRole({ noSource: "skip" }), staticKeys, webIdentityRole];

/** Both lines of Go: that version 2 is not there is remembered, a fault is not. */
export const GO_METADATA: MetadataTries = {
  ...TOKEN_OR_NOTHING,
  token: 3,
  document: 3,
  retried: FAULTS,
  withoutToken: { forGood: NO_VERSION_2, forOnce: ["silence", 401, ...FAULTS] },
};

const METADATA: MetadataRules = { ...USUAL_METADATA, credentials: GO_METADATA };

/** Whichever provider it was that failed. */
const NO_PROVIDERS = "NoCredentialProviders: no valid providers in chain. Deprecated.\n\tFor verbose messaging see aws.Config.CredentialsChainVerboseErrors";

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
    container({
      name: "RemoteCredProvider",
      onError: "fail",
      first: "full",
      attempts: { count: 4, after: "faults" },
      failure: () => ({ message: NO_PROVIDERS }),
    }),
    imds({ name: "EC2RoleProvider", onError: "fail", unlessContainer: true, stopsAtEmptyList: true }),
  ],
  webIdentitySince: "1.23.13",
  refusesEnvironment: goV1RefuseEnvironment,
  stsCallPhase: "firstUse",
  sharedConfig: { names: { sections: "in-any-form" }, configFile: "with-load-config" },
  onRefresh: "winner",
  cache: { backgroundSeconds: 0, blockingSeconds: 0, background: "caller" },
  retry: {
    mode: "legacy",
    attempts: { legacy: 4 },
    maxAttemptsIn: [],
    codes: ["InvalidIdentityToken", "IDPCommunicationError", "ExpiredToken", "ExpiredTokenException", "RequestExpired"],
    pauseMs: jitteredBackoff(30),
  },
  sts: {
    region: ["AWS_REGION", "AWS_DEFAULT_REGION", "profile"],
    noRegion: { take: "global" },
    mode: "legacy",
    legacyCovers: "old-regions",
    regionalFlag: true,
    endpointVariables: [],
  },
  sessionName: { make: ({ nowMs }) => `${nowMs}000000`, scope: "call" },
  readsProxyVariables: true,
  client: {
    ...OLDER_CLIENT,
    usEast1IsGlobal: true,
    invalidRegion: () => ({ code: "MissingEndpoint", message: "MissingEndpoint: 'Endpoint' configuration is required for this service" }),
    noRegion: { take: "error", code: "MissingRegion", message: "MissingRegion: could not find region configuration" },
  },
  metadata: METADATA,
  caVariables: ["AWS_CA_BUNDLE", "SSL_CERT_FILE"],
  tokenFile: READ_ONCE,
  texts: {
    stsRefused: ({ wire, requestId, unanswered, unreadable }) => {
      if (unreadable !== null) return `WebIdentityErr: failed to retrieve credentials\ncaused by: ${goV1Unreadable(unreadable, requestId)}`;
      const refused = `${wire.code}: ${wire.message}\n\tstatus code: ${wire.status}, request id: ${requestId}`;
      return `WebIdentityErr: failed to retrieve credentials\ncaused by: ${unanswered === null ? refused : requestError(unanswered)}`;
    },
    tokenFileUnreadable: (path, message) =>
      `WebIdentityErr: failed fetching WebIdentity token: \ncaused by: WebIdentityErr: unable to read file at ${path}\ncaused by: ${goFileReason(path, message)}`,
    nothingFound: () => NO_PROVIDERS,
    shortParameters: (found) =>
      `WebIdentityErr: failed to retrieve credentials\ncaused by: InvalidParameter: ${found.length} validation error(s) found.\n${found.map(describeShort).join("")}`,
    serviceUnanswered: (unanswered) => requestError(unanswered),
    typeOf: ({ code, place, wire }) =>
      code === "InvalidSetting" ? "*errors.errorString" : place === "service" && wire !== null ? "*awserr.requestError" : "*awserr.baseError",
  },
};

function requestError(unanswered: Unanswered): string {
  return `RequestError: send request failed\ncaused by: ${goSendError(unanswered)}`;
}

function describeShort({ operation, parameter, least }: ShortParameter): string {
  return `- minimum field size of ${least}, ${operation}Input.${parameter}.\n`;
}
