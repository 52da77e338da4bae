import { FAULTS, type MetadataRules, NO_VERSION_2, ONE_TRY, USUAL_METADATA } from "../imds/metadata-rules.js";
import { container } from "../providers/container.js";
import { env } from "../providers/env.js";
import { imds } from "../providers/imds.js";
import { credentialProcess, ssoKeys } from "../providers/profile/not-simulated.js";
import { profile } from "../providers/profile/profile.js";
import { sourceRole } from "../providers/profile/source-role.js";
import { staticKeysOrFail } from "../providers/profile/static-keys.js";
import { webIdentityRole } from "../providers/profile/web-identity-role.js";
import { systemProperties } from "../providers/system-properties.js";
import { webIdentity } from "../providers/web-identity.js";
import { jitteredBackoff } from "../retry/decide-retry.js";
import { STS_ENDPOINT_VARIABLES } from "../sts/decide-sts-endpoint.js";
import { READ_ONCE } from "../sts/token-file-rule.js";
import type { SdkChain } from "./chain.js";
import { NEWER_CLIENT } from "./client-rules.js";

import { javaV2Texts, noRegion } from "./java-v2-texts.js";

const METADATA: MetadataRules = {
  ...USUAL_METADATA,
  credentials: { ...ONE_TRY, withoutToken: { forGood: ["silence", 401, ...NO_VERSION_2, ...FAULTS], forOnce: [] } },
  region: { ...ONE_TRY, document: 3, withoutToken: { forGood: [], forOnce: ["silence", ...NO_VERSION_2] } },
  regionDocument: "instance-identity/document",
};

const keyMustBeSet = (what: string, variable: string, property: string): string =>
  `Unable to load credentials from system settings. ${what} must be specified either via environment variable (${variable}) or system property (${property}).`;
const NO_ACCESS_KEY = keyMustBeSet("Access key", "AWS_ACCESS_KEY_ID", "aws.accessKeyId");
const NO_SECRET = keyMustBeSet("Secret key", "AWS_SECRET_ACCESS_KEY", "aws.secretAccessKey");

/**
 * `DefaultCredentialsProvider` of aws-sdk-java-v2 (sdk-credential-chains.md, section 3.9): any exception continues, until one has won.
 * A refresh that fails in the prefetch window leaves the old credentials in use.
 */
export const javaV2: SdkChain = {
  links: [
    systemProperties({ name: "SystemPropertyCredentialsProvider", secretKey: "aws.secretAccessKey", skipText: NO_ACCESS_KEY }),
    env({
      name: "EnvironmentVariableCredentialsProvider",
      onError: "continue",
      blanks: "cut",
      skipText: (lacks) => (lacks === "secret" ? NO_SECRET : NO_ACCESS_KEY),
    }),
    webIdentity({
      name: "WebIdentityTokenFileCredentialsProvider",
      onError: "continue",
      places: ["system-properties", "environment"],
      emptyVariables: "count",
      cutsBlanks: true,
      skipTexts: {
        noTokenFile: eitherMustBeSet("AWS_WEB_IDENTITY_TOKEN_FILE", "aws.webIdentityTokenFile"),
        noRole: eitherMustBeSet("AWS_ROLE_ARN", "aws.roleArn"),
      },
    }),
    profile({
      name: "ProfileCredentialsProvider",
      onError: "continue",
      skipText: (name) => `Profile file contained no credentials for profile '${name}': ProfileFile(sections=[])`,
      forms: [
        webIdentityRole,
        ssoKeys,
        sourceRole({ noSource: "skip", mayBeOwnSource: false, refuses: { circle } }),
        credentialProcess,
        staticKeysOrFail(({ profile: name, missing }) => `Profile property '${missing}' was not configured for '${name}'.`),
      ],
    }),
    container({
      name: "ContainerCredentialsProvider",
      onError: "continue",
      attempts: { count: 6, after: "faults" },
      skipText:
        "Cannot fetch credentials from container - neither AWS_CONTAINER_CREDENTIALS_FULL_URI or AWS_CONTAINER_CREDENTIALS_RELATIVE_URI environment variables are set.",
    }),
    imds({
      name: "InstanceProfileCredentialsProvider",
      onError: "continue",
      failureText: () => "Failed to load credentials from IMDS.",
      disabledText: "IMDS credentials have been disabled by environment variable or system property.",
    }),
  ],
  webIdentitySince: "2.10.11",
  stsCallPhase: "walk",
  sharedConfig: { configFile: "always", ignoresSettings: ["AWS_MAX_ATTEMPTS"] },
  onRefresh: "winner",
  cache: { backgroundSeconds: 300, blockingSeconds: 60, background: "caller" },
  retry: {
    mode: "standard",
    modesInAnyCase: true,
    attempts: { legacy: 4, standard: 3, adaptive: 3 },
    unknownMode: (mode) => `Unsupported retry policy mode configured: ${mode}`,
    badMaxAttempts: (written) => (Number(written) === 0 ? "maxAttempts must be positive" : `For input string: "${written}"`),
    codes: ["IDPCommunicationError", "RequestTimeTooSkewed", "RequestExpired", "RequestInTheFuture"],
    pauseMs: jitteredBackoff(100),
  },
  sts: {
    region: ["aws.region", "AWS_REGION", "profile", "imds"],
    noRegion: { take: "global" },
    mode: "regional",
    legacyCovers: "old-regions",
    regionalFlag: false,
    looksAgain: true,
    endpointVariables: STS_ENDPOINT_VARIABLES,
  },
  sessionName: { make: ({ nowMs }) => `aws-sdk-java-${nowMs}`, scope: "provider" },
  client: { ...NEWER_CLIENT, query: "", noRegion: { take: "error", code: "MissingRegion", message: noRegion }, invalidRegion },
  metadata: METADATA,
  caVariables: ["JAVA_TOOL_OPTIONS"],
  tokenFile: READ_ONCE,
  texts: javaV2Texts,
};

/** Differs perhaps in the words, which are from memory: no program sees them, since the chain goes on. */
function circle(visited: readonly string[]): { readonly code: string; readonly message: string } {
  return { code: "InvalidProfile", message: `Invalid profile file: Circular relationship detected with profiles [${visited.join(", ")}].` };
}

function invalidRegion(): { readonly code: string; readonly message: string } {
  return { code: "InvalidRegion", message: "Invalid region: region was not a valid DNS name." };
}

function eitherMustBeSet(variable: string, property: string): string {
  return `Either the environment variable ${variable} or the javaproperty ${property} must be set.`;
}
