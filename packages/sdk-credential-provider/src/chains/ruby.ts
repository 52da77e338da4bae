import { FAULTS, type MetadataRules, NO_VERSION_2, ONE_TRY, USUAL_METADATA } from "../imds/metadata-rules.js";
import { absent } from "../providers/absent.js";
import { container } from "../providers/container.js";
import { env } from "../providers/env.js";
import { imds } from "../providers/imds.js";
import { credentialProcess, ssoKeys } from "../providers/profile/not-simulated.js";
import { profile } from "../providers/profile/profile.js";
import { sourceRole } from "../providers/profile/source-role.js";
import { staticKeys, staticKeysOfOneFile } from "../providers/profile/static-keys.js";
import { webIdentityRole } from "../providers/profile/web-identity-role.js";
import { webIdentity } from "../providers/web-identity.js";
import { steadyBackoff } from "../retry/decide-retry.js";
import { STS_ENDPOINT_VARIABLES } from "../sts/decide-sts-endpoint.js";
import { READ_ONCE } from "../sts/token-file-rule.js";
import type { SdkChain } from "./chain.js";
import { NEWER_CLIENT } from "./client-rules.js";
import { NO_CREDENTIALS, rubyContainerFailure, rubyTexts } from "./ruby-texts.js";

const NO_REGION = "No region was provided. Configure the `:region` option or export the region name to ENV['AWS_REGION']";
const METADATA: MetadataRules = {
  ...USUAL_METADATA,
  credentials: { ...ONE_TRY, token: 2, document: 2, withoutToken: { forGood: ["silence", 401, ...NO_VERSION_2, ...FAULTS], forOnce: [] } },
};

const role = sourceRole({
  noSource: "skip",
  missingSource: (_profile, source, { credentials, config }) => ({
    code: "NoSuchProfileError",
    message: `Profile \`${source}' not found in ${credentials} or ${config}`,
  }),
  refuses: {
    unknown: (_profile, source) => ({ code: "InvalidCredentialSourceError", message: `Unsupported credential_source: ${source}` }),
    both: (profile) => ({
      code: "CredentialSourceConflictError",
      message: `Profile ${profile} has a source_profile, and a credential_source. For assume role credentials, must provide only source_profile or credential_source, not both.`,
    }),
    circle: () => ({ code: "SourceProfileCircularReferenceError", message: "Aws::Errors::SourceProfileCircularReferenceError" }),
  },
});

/**
 * `Aws::CredentialProviderChain` of aws-sdk-core 3.211 (sdk-credential-chains.md, section 3.13): web identity calls STS in its constructor, so a refusal comes out of `Aws::S3::Client.new`.
 */
export const ruby: SdkChain = {
  links: [
    absent({ name: "static_credentials", kind: "static", onError: "fail", reason: "no keys given to the client" }),
    profile({
      name: "static_profile_* (only with :profile option)",
      onError: "fail",
      forms: [webIdentityRole, ssoKeys, role, staticKeys, credentialProcess],
      onlyForProfileInCode: true,
    }),
    env({
      name: "env_credentials",
      onError: "continue",
      accessKeyId: ["AWS_ACCESS_KEY_ID", "AMAZON_ACCESS_KEY_ID", "AWS_ACCESS_KEY"],
      secretAccessKey: ["AWS_SECRET_ACCESS_KEY", "AMAZON_SECRET_ACCESS_KEY", "AWS_SECRET_KEY"],
      sessionToken: ["AWS_SESSION_TOKEN", "AMAZON_SESSION_TOKEN"],
      stopsAtEmptyName: true,
    }),
    webIdentity({
      name: "assume_role_web_identity_credentials",
      onError: "fail",
      emptyVariables: "count",
      places: ["environment", "profile"],
      mix: "all-or-nothing",
    }),
    profile({ name: "sso_credentials", kind: "sso", onError: "fail", forms: [ssoKeys], skipText: "no profile with SSO keys" }),
    profile({ name: "assume_role_credentials", kind: "assume-role", onError: "fail", forms: [role], skipText: "no profile with role_arn and a source" }),
    profile({ name: "shared_credentials", onError: "continue", forms: [staticKeysOfOneFile] }),
    profile({ name: "process_credentials", kind: "process", onError: "fail", forms: [credentialProcess], skipText: "no profile with credential_process" }),
    container({ name: "instance_profile_credentials: ECSCredentials", onError: "continue", cutsToken: true, failure: rubyContainerFailure }),
    imds({ name: "instance_profile_credentials: InstanceProfileCredentials", onError: "continue", unlessContainer: true, stopsAtEmptyList: true }),
  ],
  webIdentitySince: "3.58.0",
  stsCallPhase: "construct",
  sharedConfig: { names: { sections: "in-any-form" }, configFile: "always", profileVariables: ["AWS_PROFILE", "AWS_DEFAULT_PROFILE"] },
  onRefresh: "winner",
  cache: { backgroundSeconds: 600, blockingSeconds: 300, background: "task" },
  retry: {
    mode: "legacy",
    attempts: { legacy: 4, standard: 3, adaptive: 3 },
    maxAttemptsIn: ["standard", "adaptive"],
    unknownMode: () => "Must provide either `legacy`, `standard`, or `adaptive` for retry_mode profile option or for ENV['AWS_RETRY_MODE']",
    badMaxAttempts: () => "Must provide a positive integer for max_attempts profile option or for ENV['AWS_MAX_ATTEMPTS']",
    codes: ["IDPCommunicationError"],
    pauseMs: steadyBackoff(300, 2),
  },
  sts: {
    region: ["code", "AWS_REGION", "AMAZON_REGION", "AWS_DEFAULT_REGION", "profile"],
    noRegion: { take: "error", message: NO_REGION },
    mode: "regional",
    legacyCovers: "old-regions",
    regionalFlag: true,
    globalWantsSigning: NO_CREDENTIALS,
    endpointVariables: STS_ENDPOINT_VARIABLES,
  },
  sessionName: { make: ({ uuid }) => btoa(uuid()), scope: "provider", assumeRole: () => "default_session" },
  client: { ...NEWER_CLIENT, query: "", noRegion: { take: "error", code: "MissingRegion", message: NO_REGION }, accesses: 2 },
  metadata: METADATA,
  caVariables: ["AWS_CA_BUNDLE", "SSL_CERT_FILE"],
  tokenFile: READ_ONCE,
  texts: rubyTexts,
};
