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
import { READ_ONCE } from "../sts/token-file-rule.js";
import type { SdkChain } from "./chain.js";
import type { Attempt } from "./sdk-texts.js";

/**
 * `DefaultCredentialsProvider` of aws-sdk-java-v2 (sdk-credential-chains.md, section 3.9): any exception continues, until one has won.
 * Differs perhaps in what a refresh that fails in the prefetch window does: here the old credentials are kept; the endpoint variables do not count.
 */
export const javaV2: SdkChain = {
  links: [
    systemProperties({ name: "SystemPropertyCredentialsProvider", secretKey: "aws.secretAccessKey" }),
    env({ name: "EnvironmentVariableCredentialsProvider", onError: "continue" }),
    webIdentity({
      name: "WebIdentityTokenFileCredentialsProvider",
      onError: "continue",
      places: ["system-properties", "environment"],
      skipTexts: {
        noTokenFile: eitherMustBeSet("AWS_WEB_IDENTITY_TOKEN_FILE", "aws.webIdentityTokenFile"),
        noRole: eitherMustBeSet("AWS_ROLE_ARN", "aws.roleArn"),
      },
    }),
    profile({
      name: "ProfileCredentialsProvider",
      onError: "continue",
      forms: [webIdentityRole, ssoKeys, sourceRole({ noSource: "skip" }), credentialProcess, staticKeys],
    }),
    container({ name: "ContainerCredentialsProvider", onError: "continue" }),
    imds({ name: "InstanceProfileCredentialsProvider", onError: "continue" }),
  ],
  webIdentitySince: "2.10.11",
  stsCallPhase: "walk",
  sharedConfig: { configFile: "always" },
  onRefresh: "winner",
  cache: { backgroundSeconds: 300, blockingSeconds: 60, background: "caller" },
  retry: { mode: "legacy", attempts: { legacy: 4, standard: 3 }, codes: ["IDPCommunicationError"], pauseMs: jitteredBackoff(100) },
  sts: {
    region: ["aws.region", "AWS_REGION", "profile", "imds"],
    noRegion: { take: "global" },
    mode: "regional",
    legacyCovers: "old-regions",
    regionalFlag: false,
    endpointVariables: false,
  },
  sessionName: { make: ({ nowMs }) => `aws-sdk-java-${nowMs}`, scope: "provider" },
  tokenFile: READ_ONCE,
  texts: {
    stsRefused: ({ wire, requestId }) => `${wire.message} (Service: Sts, Status Code: ${wire.status}, Request ID: ${requestId})`,
    tokenFileUnreadable: (_path, message) => message,
    noStsModule: "To use web identity tokens, the 'sts' service module must be on the class path.",
    severalHttpClients: "Multiple HTTP implementations were found on the classpath.",
    nothingFound,
  },
};

function eitherMustBeSet(variable: string, property: string): string {
  return `Either the environment variable ${variable} or the javaproperty ${property} must be set.`;
}

function nothingFound(attempts: readonly Attempt[]): string {
  const named = attempts.map(({ provider, message }) => ({ name: printedName(provider), message }));
  const providers = named.map(({ name }) => name).join(", ");
  const messages = named.map(({ name, message }) => `${name}: ${message}`).join(", ");
  return `Unable to load credentials from any of the providers in the chain AwsCredentialsProviderChain(credentialsProviders=[${providers}]) : [${messages}]`;
}

/** Web identity prints itself under another name. */
function printedName(provider: string): string {
  return provider === "WebIdentityTokenFileCredentialsProvider" ? "WebIdentityTokenCredentialsProvider()" : `${provider}()`;
}
