/** What aws-sdk-java-v2 says. */
import { javaSendError } from "./java-send-error.js";
import { shapeOf } from "./modeled-errors.js";
import type { Attempt, Failure, SdkTexts } from "./sdk-texts.js";
import type { Unanswered } from "./unanswered.js";

const REGIONS = "software.amazon.awssdk.regions.providers";

const NO_REGION_SETTING =
  "Unable to load region from system settings. Region must be specified either via environment variable (AWS_REGION) or  system property (aws.region).";

/** Without a region; the numbers after `@` differ from run to run. */
export function noRegion({ AWS_REGION: variable }: Readonly<Record<string, string>>): string {
  const said = variable === "" ? "region must not be blank or empty." : NO_REGION_SETTING;
  return [
    `Unable to load region from any of the providers in the chain ${REGIONS}.DefaultAwsRegionProviderChain@70beb599: [`,
    `${REGIONS}.SystemSettingsRegionProvider@2833cc44: ${said}, `,
    `${REGIONS}.AwsProfileRegionProvider@1b68ddbd: No region provided in profile: default, `,
    `${REGIONS}.InstanceProfileRegionProvider@11c20519: Unable to contact EC2 metadata service.]`,
  ].join("");
}

/** The words and classes; a missing token file's are from memory of the SDK. */
export const javaV2Texts: SdkTexts = {
  stsRefused: ({ wire, requestId, attempts, unanswered }) =>
    unanswered === null
      ? `${wire.message} (Service: Sts, Status Code: ${wire.status}, Request ID: ${requestId}) (SDK Attempt Count: ${attempts})`
      : executeError(unanswered, attempts),
  tokenFileUnreadable: (path, message) => `java.nio.file.${message.startsWith("EACCES") ? "AccessDeniedException" : "NoSuchFileException"}: ${path}`,
  noStsModule: "To use web identity tokens, the 'sts' service module must be on the class path.",
  severalHttpClients: "Multiple HTTP implementations were found on the classpath.",
  nothingFound,
  serviceUnanswered: executeError,
  typeOf,
};

function executeError(unanswered: Unanswered, attempts: number): string {
  const { class: type, message } = javaSendError(unanswered);
  if (type === "java.net.UnknownHostException")
    return "Received an UnknownHostException when attempting to interact with a service. See cause for the exact endpoint that is failing to resolve. If this is happening on an endpoint that previously worked, there may be a network connectivity issue or your DNS cache could be storing endpoints for too long.";
  return `Unable to execute HTTP request: ${message} (SDK Attempt Count: ${attempts})`;
}

function nothingFound(attempts: readonly Attempt[]): string {
  const named = attempts.map(({ provider, message }) => ({ name: printedName(provider), message }));
  const providers = named.map(({ name }) => name).join(", ");
  const messages = named.map(({ name, message }) => `${name}: ${message}`).join(", ");
  return `Unable to load credentials from any of the providers in the chain AwsCredentialsProviderChain(credentialsProviders=[${providers}]) : [${messages}]`;
}

function printedName(provider: string): string {
  return provider === "ProfileCredentialsProvider" ? "ProfileCredentialsProvider(profileName=default)" : `${provider}()`;
}

const SETTINGS: Readonly<Record<string, (message: string) => string>> = {
  InvalidRetryMode: () => "java.lang.IllegalStateException",
  InvalidMaxAttempts: (message) => (message.startsWith("For input") ? "java.lang.NumberFormatException" : "java.lang.IllegalArgumentException"),
};

function typeOf({ place, code, message, wire, called }: Failure): string {
  if (wire === null) return SETTINGS[code]?.(message) ?? "software.amazon.awssdk.core.exception.SdkClientException";
  const [service, shape] =
    place === "service"
      ? ([nameOf(called).toLowerCase(), wire.code === "NoSuchKey" ? "NoSuchKeyException" : `${nameOf(called)}Exception`] as const)
      : (["sts", shapeOf(wire.code) ?? "StsException"] as const);
  return `software.amazon.awssdk.services.${service}.model.${shape}`;
}

/** `SecretsManager` of `Secrets Manager`. */
function nameOf({ serviceId }: Failure["called"]): string {
  return serviceId
    .split(" ")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");
}
