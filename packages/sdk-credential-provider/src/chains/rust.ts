import { FAULTS, type MetadataRules, type MetadataTries, TOKEN_OR_NOTHING, USUAL_METADATA } from "../imds/metadata-rules.js";
import { container } from "../providers/container.js";
import { env } from "../providers/env.js";
import { imds } from "../providers/imds.js";
import { credentialProcess, ssoKeys } from "../providers/profile/not-simulated.js";
import { profile } from "../providers/profile/profile.js";
import { sourceRole } from "../providers/profile/source-role.js";
import { staticKeysOrFail } from "../providers/profile/static-keys.js";
import { webIdentityRoleOrFail } from "../providers/profile/web-identity-role.js";
import { webIdentity } from "../providers/web-identity.js";
import { jitteredBackoff } from "../retry/decide-retry.js";
import { STS_ENDPOINT_VARIABLES } from "../sts/decide-sts-endpoint.js";
import { READ_ONCE } from "../sts/token-file-rule.js";
import type { SdkChain } from "./chain.js";
import { NEWER_CLIENT } from "./client-rules.js";
import { RUST_SOURCES, rustContainerFailure, rustMetadataError, rustMetadataIsFinal, rustProfileError, rustTexts } from "./rust-texts.js";

const TRIES: MetadataTries = { ...TOKEN_OR_NOTHING, token: 4, silentToken: 1, document: 4, silentDocument: 1, retried: [401, ...FAULTS], keepsToken: true };

/** Version 1 is never asked; silence is taken for a node without the service, except when the region is asked for. */
const METADATA: MetadataRules = { ...USUAL_METADATA, credentials: TRIES, region: { ...TRIES, token: 3, silentToken: 3 } };

/**
 * `DefaultCredentialsChain` of aws-config 1.11 (sdk-credential-chains.md, section 3.11): what is not configured continues, all else ends the chain.
 * The text for an unknown `AWS_RETRY_MODE` or `AWS_MAX_ATTEMPTS`, with which its program panics, is from memory.
 */
export const rust: SdkChain = {
  links: [
    env({
      name: "Environment",
      onError: "continue",
      skipText: "environment variable not set",
      secretAccessKey: ["AWS_SECRET_ACCESS_KEY", "SECRET_ACCESS_KEY"],
      blanks: "alone-are-nothing",
    }),
    profile({
      name: "Profile",
      onError: "fail",
      skipText: "",
      forms: [
        sourceRole({
          refuses: RUST_SOURCES,
          noSource: { fail: (profile) => rustProfileError(profile, "profile must contain `source_profile` or `credential_source` but neither were defined") },
          missingSource: "skip",
        }),
        webIdentityRoleOrFail((profile) => rustProfileError(profile, "`web_identity_token_file` was specified but `role_arn` was missing")),
        staticKeysOrFail(({ profile, missing }) => rustProfileError(profile, `profile missing ${missing}`)),
        ssoKeys,
        credentialProcess,
      ],
    }),
    webIdentity({
      name: "WebIdentityToken",
      emptyVariables: "count",
      onError: "fail",
      skipTexts: { noTokenFile: "$AWS_WEB_IDENTITY_TOKEN_FILE was not set", noRole: "AWS_ROLE_ARN environment variable must be set" },
    }),
    container({
      name: "EcsContainer",
      onError: "fail",
      skipText: "ECS provider not configured",
      attempts: { count: 3, after: "faults" },
      failure: rustContainerFailure,
    }),
    imds({
      name: "Ec2InstanceMetadata",
      onError: "fail",
      failureText: rustMetadataError,
      finalFailure: rustMetadataIsFinal,
      disabledText: "IMDS disabled by AWS_EC2_METADATA_DISABLED env var set to `true`",
    }),
  ],
  stsCallPhase: "walk",
  sharedConfig: { names: { properties: "in-any-case" }, configFile: "always" },
  onRefresh: "chain",
  cache: { backgroundSeconds: 0, blockingSeconds: 10, background: "caller", blockingJitterSeconds: 5 },
  retry: {
    mode: "standard",
    attempts: { standard: 3, adaptive: 3 },
    unknownMode: rustUnknownMode,
    badMaxAttempts: rustUnknownMode,
    codes: ["IDPCommunicationError"],
    pauseMs: jitteredBackoff(1000),
  },
  sts: {
    region: ["AWS_REGION", "AWS_DEFAULT_REGION", "profile", "imds"],
    noRegion: { take: "error", message: "Invalid Configuration: Missing Region" },
    mode: "regional",
    legacyCovers: "old-regions",
    regionalFlag: false,
    emptyVariableError: { code: "MissingRegion", message: "Invalid region: region was not a valid DNS name." },
    endpointVariables: STS_ENDPOINT_VARIABLES,
    mindsEndpointSwitch: false,
  },
  sessionName: {
    make: ({ nowMs }) => `web-identity-token-${nowMs}`,
    scope: "call",
    assumeRole: (nowMs) => `assume-role-from-profile-${nowMs}`,
    profileWebIdentity: (createdMs) => `web-identity-token-profile-${createdMs}`,
  },
  client: { ...NEWER_CLIENT, noRegion: { take: "error", code: "MissingRegion", message: "A region must be set when sending requests to S3." }, invalidRegion },
  metadata: METADATA,
  readsProxyVariables: true,
  caVariables: ["SSL_CERT_FILE"],
  tokenFile: READ_ONCE,
  texts: rustTexts,
};

function invalidRegion(): { readonly code: string; readonly message: string } {
  return { code: "MissingRegion", message: "Invalid region: region was not a valid DNS name." };
}

/** Differs from the SDK, which ends the whole program with this text. */
function rustUnknownMode(mode: string): string {
  return `retry settings could not be parsed: ${mode}`;
}
