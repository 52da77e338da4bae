import { type MetadataRules, ONE_TRY, USUAL_METADATA } from "../imds/metadata-rules.js";
import { container } from "../providers/container.js";
import { env } from "../providers/env.js";
import { imds } from "../providers/imds.js";
import { credentialProcess } from "../providers/profile/not-simulated.js";
import { profile } from "../providers/profile/profile.js";
import { sourceRole } from "../providers/profile/source-role.js";
import { staticKeysOfOneFile } from "../providers/profile/static-keys.js";
import { systemProperties } from "../providers/system-properties.js";
import { webIdentity } from "../providers/web-identity.js";
import { jitteredBackoff } from "../retry/decide-retry.js";
import type { SdkChain } from "./chain.js";
import { OLDER_CLIENT } from "./client-rules.js";
import { javaSendError } from "./java-send-error.js";
import type { Failure } from "./sdk-texts.js";
import type { Unanswered } from "./unanswered.js";

const NO_REGION =
  "Unable to find a region via the region provider chain. Must provide an explicit region in the builder or setup environment to supply a region.";

const METADATA: MetadataRules = {
  ...USUAL_METADATA,
  credentials: { ...ONE_TRY, tokenFor: "document" },
  region: { ...ONE_TRY, document: 4 },
  regionDocument: "instance-identity/document",
};

/**
 * `DefaultAWSCredentialsProviderChain` of aws-sdk-java 1.12 (sdk-credential-chains.md, section 3.10): any exception continues, until one has won.
 * Differs perhaps in what a refresh that fails in the background does: here the old credentials are kept for as long as a minute is left; the endpoint variables do not count.
 */
export const javaV1: SdkChain = {
  links: [
    env({
      name: "EnvironmentVariableCredentialsProvider",
      onError: "continue",
      blanks: "cut",
      accessKeyId: ["AWS_ACCESS_KEY_ID", "AWS_ACCESS_KEY"],
      secretAccessKey: ["AWS_SECRET_KEY", "AWS_SECRET_ACCESS_KEY"],
      skipText:
        "Unable to load AWS credentials from environment variables (AWS_ACCESS_KEY_ID (or AWS_ACCESS_KEY) and AWS_SECRET_KEY (or AWS_SECRET_ACCESS_KEY))",
    }),
    systemProperties({ name: "SystemPropertiesCredentialsProvider", secretKey: "aws.secretKey" }),
    webIdentity({
      name: "WebIdentityTokenCredentialsProvider",
      onError: "continue",
      emptyVariables: "count",
      // It looks for its settings in a chain that ends with itself.
      roleAloneError: { code: "StackOverflowError", message: "" },
    }),
    profile({
      name: "ProfileCredentialsProvider",
      onError: "continue",
      forms: [sourceRole({ noSource: "skip", mayBeOwnSource: false, refuses: { circle: refuseCircle } }), credentialProcess, staticKeysOfOneFile],
    }),
    container({ name: "EC2ContainerCredentialsProviderWrapper: container", onError: "continue", attempts: { count: 6, after: "faults" } }),
    imds({ name: "EC2ContainerCredentialsProviderWrapper: instance", onError: "continue", unlessContainer: true }),
  ],
  webIdentitySince: "1.11.704",
  stsCallPhase: "walk",
  sharedConfig: { configFile: "always" },
  onRefresh: "winner",
  cache: { backgroundSeconds: 300, blockingSeconds: 60, background: "task" },
  retry: {
    mode: "legacy",
    attempts: { legacy: 4, standard: 4, adaptive: 4 },
    codes: ["InvalidIdentityToken", "IDPCommunicationError", "RequestTimeTooSkewed"],
    zeroIsOne: true,
    pauseMs: jitteredBackoff(100),
  },
  sts: {
    region: ["AWS_REGION", "aws.region", "profile", "imds"],
    noRegion: { take: "error", message: NO_REGION },
    mode: "legacy",
    legacyCovers: "old-regions",
    regionalFlag: true,
    unknownFlag: (flag) => `Invalid value for AWS_STS_REGIONAL_ENDPOINTS: ${flag}`,
    knowsVariants: false,
    endpointVariables: [],
  },
  sessionName: { make: ({ nowMs }) => `aws-sdk-java-${nowMs}`, scope: "provider" },
  client: {
    ...OLDER_CLIENT,
    noRegion: { take: "error", code: "MissingRegion", message: NO_REGION },
    usEast1IsGlobal: true,
    knowsVariants: false,
    invalidRegion: () => ({ code: "InvalidRegion", message: "Endpoint does not contain a valid host name: null", isOfSettings: true }),
    accesses: 2,
    onCredentialsError: "sends-unsigned",
  },
  metadata: METADATA,
  readsProxyVariables: true,
  caVariables: ["JAVA_TOOL_OPTIONS"],
  tokenFile: { content: "first-line", reads: 1, pauseMs: () => 0 },
  texts: {
    stsRefused: ({ wire, requestId, unanswered }) =>
      unanswered !== null
        ? executeError(unanswered)
        : `${wire.message} (Service: AWSSecurityTokenService; Status Code: ${wire.status}; Error Code: ${wire.code}; Request ID: ${requestId})`,
    tokenFileUnreadable: (path, message) =>
      message.startsWith("ENOENT") ? `Unable to locate specified web identity token file: ${path}` : `Unable to read web identity token from file: ${path}`,
    noStsModule: "To use assume role profiles the aws-java-sdk-sts module must be on the class path.",
    serviceUnanswered: (unanswered) => executeError(unanswered),
    typeOf,
    nothingFound: (attempts) =>
      `Unable to load AWS credentials from any provider in the chain: [${attempts.map(({ provider, message }) => `${provider}: ${message}`).join(", ")}]`,
  },
};

/** A profile is no source of its own. Differs perhaps in the words, which are from memory, as those for a flag that it does not know: no program sees them. */
function refuseCircle(): { readonly code: string; readonly message: string } {
  return { code: "InvalidProfile", message: "Unable to load credentials from profile: it is its own source" };
}

function executeError(unanswered: Unanswered): string {
  return `Unable to execute HTTP request: ${javaSendError(unanswered).message}`;
}

function typeOf({ code, wire, called }: Failure): string {
  if (code === "InvalidRegion") return "java.lang.IllegalArgumentException";
  // Which name each service has, its package and prefix, stands in no description; all are of this class.
  if (wire !== null) return called.serviceId === "S3" ? "com.amazonaws.services.s3.model.AmazonS3Exception" : "com.amazonaws.AmazonServiceException";
  return code === "StackOverflowError" ? "java.lang.StackOverflowError" : "com.amazonaws.SdkClientException";
}
