import { type MetadataRules, TOKEN_OR_NOTHING, USUAL_METADATA } from "../imds/metadata-rules.js";
import { container } from "../providers/container.js";
import { env } from "../providers/env.js";
import { imds } from "../providers/imds.js";
import { credentialProcess, ssoKeys } from "../providers/profile/not-simulated.js";
import { profile } from "../providers/profile/profile.js";
import { sourceRole } from "../providers/profile/source-role.js";
import { staticKeys } from "../providers/profile/static-keys.js";
import { webIdentityRole } from "../providers/profile/web-identity-role.js";
import { systemProperties } from "../providers/system-properties.js";
import { webIdentity } from "../providers/web-identity.js";
import { jitteredBackoff } from "../retry/decide-retry.js";
import { STS_ENDPOINT_VARIABLES } from "../sts/decide-sts-endpoint.js";
import { READ_ONCE } from "../sts/token-file-rule.js";
import type { SdkChain } from "./chain.js";
import { NEWER_CLIENT } from "./client-rules.js";
import { javaSendError } from "./java-send-error.js";
import { shapeOf } from "./modeled-errors.js";
import type { Failure } from "./sdk-texts.js";

const METADATA: MetadataRules = { ...USUAL_METADATA, credentials: { ...TOKEN_OR_NOTHING, token: 3 }, region: { ...TOKEN_OR_NOTHING, token: 3 } };

/**
 * `DefaultChainCredentialsProvider` of aws-sdk-kotlin 1.5 (sdk-credential-chains.md, section 3.15): every exception continues, and 15 minutes are asked for.
 */
export const kotlin: SdkChain = {
  links: [
    systemProperties({ name: "SystemPropertyCredentialsProvider", secretKey: "aws.secretAccessKey" }),
    env({ name: "EnvironmentCredentialsProvider", onError: "continue" }),
    webIdentity({ name: "StsWebIdentityProvider", onError: "continue", places: ["system-properties", "environment"], emptyVariables: "count" }),
    profile({
      name: "ProfileCredentialsProvider",
      onError: "continue",
      forms: [sourceRole({ noSource: "skip" }), webIdentityRole, ssoKeys, credentialProcess, staticKeys],
    }),
    container({ name: "EcsCredentialsProvider", onError: "continue" }),
    imds({ name: "ImdsCredentialsProvider", onError: "continue" }),
  ],
  stsCallPhase: "walk",
  sharedConfig: { configFile: "always" },
  onRefresh: "chain",
  cache: { backgroundSeconds: 0, blockingSeconds: 10, background: "caller" },
  retry: { mode: "standard", attempts: { standard: 3, adaptive: 3 }, codes: ["IDPCommunicationError"], pauseMs: jitteredBackoff(100) },
  sts: {
    region: ["aws.region", "AWS_REGION", "profile", "imds"],
    noRegion: { take: "error", message: "no region" },
    mode: "regional",
    legacyCovers: "old-regions",
    regionalFlag: false,
    lookupsInVain: 2,
    endpointVariables: STS_ENDPOINT_VARIABLES,
  },
  sessionName: { make: ({ nowMs }) => `aws-sdk-kotlin-${nowMs}`, scope: "provider" },
  durationSeconds: 900,
  client: { ...NEWER_CLIENT, noRegion: { take: "error", code: "MissingRegion", message: "A region must be set when sending requests to S3." } },
  metadata: METADATA,
  readsProxyVariables: true,
  caVariables: ["JAVA_TOOL_OPTIONS"],
  tokenFile: READ_ONCE,
  texts: {
    stsRefused: ({ wire }) => wire.message,
    tokenFileUnreadable: (_path, message) => message,
    nothingFound: (attempts) => `No identity could be resolved from the chain: ${attempts.map(({ provider }) => printedName(provider)).join(" -> ")}`,
    serviceUnanswered: (unanswered) => {
      const { class: type, message } = javaSendError(unanswered);
      return `${type}: ${message}`;
    },
    typeOf,
  },
};

/** Web identity has no name of its own: it is printed as an object, with a number that differs from run to run. */
function printedName(provider: string): string {
  return provider === "StsWebIdentityProvider" ? "aws.sdk.kotlin.runtime.auth.credentials.StsWebIdentityProvider@7d61eb55" : provider;
}

function typeOf({ place, wire, called }: Failure): string {
  if (place === "region") return "aws.smithy.kotlin.runtime.client.endpoints.EndpointProviderException";
  if (place === "credentials") return "aws.smithy.kotlin.runtime.identity.IdentityProviderException";
  if (wire === null) return "aws.smithy.kotlin.runtime.http.HttpException";
  const service = called.serviceId.replaceAll(" ", "");
  return `aws.sdk.kotlin.services.${service.toLowerCase()}.model.${shapeOf(wire.code) ?? `${service}Exception`}`;
}
