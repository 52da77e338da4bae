import { FAULTS, type MetadataRules, USUAL_METADATA } from "../imds/metadata-rules.js";
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
import { NEWER_CLIENT } from "./client-rules.js";
import { goRefuseEnvironment } from "./go-refuse-environment.js";
import { GO_METADATA } from "./go-v1.js";
import { goV2RefuseProfile } from "./go-v2-refuse-profile.js";
import { GO_V2_METADATA_DISABLED, goV2ContainerFailure, goV2MetadataError, goV2Texts } from "./go-v2-texts.js";

const FORMS = [sourceRole({ noSource: "skip" }), staticKeys, webIdentityRole];

const MISSING_REGION =
  "failed to refresh cached credentials, failed to retrieve credentials, operation error STS: AssumeRoleWithWebIdentity, failed to resolve service endpoint, endpoint rule error, Invalid Configuration: Missing Region";

const METADATA: MetadataRules = {
  ...USUAL_METADATA,
  timeoutMs: 500,
  // Its patience for all of it ends before a second try of what is not answered.
  credentials: { ...GO_METADATA, retried: [401, ...FAULTS], retriedForToken: FAULTS, mindsV1Switch: true, silentDocument: 1 },
};

/**
 * `config` and `stscreds` of aws-sdk-go-v2 (sdk-credential-chains.md, section 3.7): one branch is chosen from configuration, and the order is that of the choice.
 * Its service client repeats the whole call, credentials included, after an error that looks as if it would pass.
 */
export const goV2: SdkChain = {
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
      name: "assumeWebIdentity",
      onError: "fail",
      profileInCode: "takes-no-part",
      noRoleError: { code: "InvalidConfiguration", message: "role ARN is not set", isOfSettings: true },
      skipTexts: { noTokenFile: "token file path is not set" },
    }),
    profile({ name: "shared profile", onError: "fail", forms: FORMS }),
    profile({ name: "SSO", kind: "sso", onError: "fail", forms: [ssoKeys], skipText: "no profile with SSO keys" }),
    profile({ name: "process", kind: "process", onError: "fail", forms: [credentialProcess], skipText: "no profile with credential_process" }),
    container({ name: "endpointcreds", onError: "fail", first: "full", attempts: { count: 3, after: "faults" }, failure: goV2ContainerFailure }),
    imds({
      name: "ec2rolecreds",
      onError: "fail",
      unlessContainer: true,
      stopsAtEmptyList: true,
      failureText: goV2MetadataError,
      failureIsError: true,
      disabledText: GO_V2_METADATA_DISABLED,
    }),
  ],
  refusesEnvironment: goRefuseEnvironment,
  stsCallPhase: "firstUse",
  sharedConfig: {
    names: { properties: "in-any-case" },
    configFile: "always",
    profileVariables: ["AWS_PROFILE", "AWS_DEFAULT_PROFILE"],
    missingProfile: (name) => `failed to get shared config profile, ${name}`,
    refuses: goV2RefuseProfile,
  },
  onRefresh: "winner",
  cache: { backgroundSeconds: 0, blockingSeconds: 0, background: "caller" },
  retry: {
    mode: "standard",
    attempts: { standard: 3, adaptive: 3 },
    unknownMode: (mode) => `invalid AWS_RETRY_MODE value, unknown RetryMode, ${mode}`,
    badMaxAttempts: (written) =>
      Number(written) === 0 ? null : `invalid value AWS_MAX_ATTEMPTS=${written}, strconv.ParseInt: parsing "${written}": invalid syntax`,
    codes: ["InvalidIdentityToken", "IDPCommunicationError"],
    pauseMs: jitteredBackoff(1000),
  },
  sts: {
    region: ["AWS_REGION", "AWS_DEFAULT_REGION", "profile"],
    noRegion: { take: "error", message: MISSING_REGION },
    mode: "regional",
    legacyCovers: "old-regions",
    regionalFlag: false,
    endpointVariables: ["AWS_ENDPOINT_URL_STS"],
  },
  sessionName: { make: ({ nowMs }) => `${nowMs}000000`, scope: "call", assumeRole: (nowMs) => `aws-go-sdk-${nowMs}000000` },
  readsProxyVariables: true,
  client: {
    ...NEWER_CLIENT,
    noRegion: { take: "error", code: "MissingRegion", message: "Invalid region: region was not a valid DNS name." },
    invalidRegion: (region) => ({ code: "InvalidRegion", message: `bind auth scheme params: invalid input region ${region}` }),
    onCredentialsError: "repeats",
  },
  metadata: METADATA,
  caVariables: ["AWS_CA_BUNDLE", "SSL_CERT_FILE"],
  assumeRoleSeconds: 900,
  tokenFile: READ_ONCE,
  texts: goV2Texts,
};
