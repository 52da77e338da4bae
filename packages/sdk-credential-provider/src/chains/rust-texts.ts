/** What the AWS SDK for Rust says: a chain of sources, written here as programs print it, from the outermost to the last, with ` <- ` between. */
import { MetadataError } from "../imds/metadata-session.js";
import type { ContainerFailure, SaidOfContainer } from "../providers/container.js";
import type { MetadataFailure } from "../providers/imds.js";
import type { SourceRefusals } from "../providers/profile/source-role.js";
import { shapeOf } from "./modeled-errors.js";
import { capitalOsReason, osNumber } from "./os-reason.js";
import type { Attempt, Failure, SdkTexts, StsRefusal } from "./sdk-texts.js";
import type { Unanswered } from "./unanswered.js";

const NOT_ENABLED = "the credential provider was not enabled";

/** The words and classes. */
export const rustTexts: SdkTexts = {
  stsRefused,
  tokenFileUnreadable: (_path, message) => `${capitalOsReason(message)} (os error ${osNumber(message)})`,
  nothingFound: (attempts) => [`${NOT_ENABLED} <- no credentials found in chain. Attempted:`, ...attempts.map(describeAttempt)].join("\n"),
  serviceUnanswered: ({ error }) => rustSendError(error).join(" <- "),
  thrown,
  typeOf: () => "SdkError",
};

/** Why the metadata service gave nothing. */
export function rustMetadataError({ error }: MetadataFailure): string {
  if (!(error instanceof MetadataError)) return `could not communicate with IMDS: ${rustSendError(error).join(": ")}`;
  if (error.isOfToken)
    return `failed to load IMDS session token <- service error <- ${TOKEN_REASONS[error.status] ?? "token response did not contain a TTL header"}`;
  return error.status === 404 ? "received 404 from IMDS" : `error response from IMDS (code: ${error.status})`;
}

/** A service that is not there, and a node without a role, are no errors. */
export function rustMetadataIsFinal({ error }: MetadataFailure): boolean {
  return error instanceof MetadataError && (error.isOfToken || error.status !== 404);
}

const TOKEN_REASONS: Readonly<Record<number, string>> = {
  400: "invalid request parameters. This indicates an SDK bug.",
  403: "request forbidden: IMDS is disabled or the caller has insufficient permissions.",
};

/** What the container provider says of a token file, or of an address that it does not allow. */
export function rustContainerFailure(failure: ContainerFailure, url: string): SaidOfContainer | null {
  if (failure.why === "host")
    return { code: "InvalidConfiguration", message: `invalid full URI for ECS provider (URI did not refer to an allowed IP address): ${url}` };
  if (failure.why === "status") return { message: `Non-success status from HTTP credential provider: StatusCode(${failure.status})` };
  if (failure.why === "token-file") return { message: `${capitalOsReason(failure.message)} (os error ${osNumber(failure.message)})` };
  return null;
}

/** The text of a profile that is broken, which no other provider mends. */
export function rustProfileError(profile: string, what: string): string {
  return `ProfileFile provider could not be built: invalid credential source in \`${profile}\`: ${what}`;
}

/** Sources that make no sense. */
export const RUST_SOURCES: SourceRefusals = {
  unknown: (_profile, source) => notBuilt(`profile referenced \`${source}\` provider but that provider is not supported`),
  both: (profile) => ({
    code: "InvalidConfiguration",
    message: rustProfileError(profile, "profile contained both source_profile and credential_source. Only one or the other can be defined"),
  }),
  circle: (visited, again) =>
    notBuilt(`profile formed an infinite loop. first we loaded ${JSON.stringify(visited).replaceAll(",", ", ")}, then attempted to reload ${again}`),
};

function notBuilt(what: string): { readonly code: string; readonly message: string } {
  return { code: "InvalidConfiguration", message: `ProfileFile provider could not be built: ${what}` };
}

function describeAttempt({ provider, message }: Attempt): string {
  return `  ${provider}: ${NOT_ENABLED}${message === "" ? "" : `: ${message}`}`;
}

function stsRefused({ wire, requestId, unanswered, unreadable }: StsRefusal): string {
  if (unreadable?.why === "empty") return "service error <- unhandled error <- error parsing XML: no root element";
  if (unreadable !== null && wire.status !== 200) return "service error <- unhandled error <- Error";
  if (unanswered !== null) return rustSendError(unanswered.error).join(" <- ");
  const shape = shapeOf(wire.code);
  if (shape === null) {
    const id = requestId === "" ? "" : `, aws_request_id: ${JSON.stringify(requestId)}`;
    return `service error <- unhandled error (${wire.code}) <- Error { code: ${JSON.stringify(wire.code)}, message: ${JSON.stringify(wire.message)}${id} }`;
  }
  const name = shape.replace(/^[A-Z]{2,}(?=[A-Z][a-z])/, (capitals) => `${capitals.charAt(0)}${capitals.slice(1).toLowerCase()}`);
  const said = `${name === shape ? shape : `${name} [${shape}]`}: ${wire.message}`;
  return `service error <- ${said} <- ${said}`;
}

function thrown({ place, code, message, details }: Failure): string {
  switch (place) {
    case "credentials":
      // A profile's credentials are loaded while credentials are loaded.
      return `dispatch failure <- other <- ${REASONS[code] ?? LOADING.repeat(details?.isOfProfile === true ? 2 : 1)}${message}`;
    case "service":
    case "settings":
      return message;
    case "region":
      return `dispatch failure <- other <- ${message}`;
  }
}

const LOADING = "an error occurred while loading credentials <- ";

const REASONS: Readonly<Record<string, string>> = {
  NoCredentials: "",
  PartialCredentialsError: "the credentials provider was not properly configured <- ",
  InvalidConfiguration: "the credentials provider was not properly configured <- ",
};

/**
 * What its HTTP client says when no response came.
 * Differs perhaps in a certificate that has expired or is for another host.
 */
function rustSendError({ code, message }: Unanswered["error"]): readonly string[] {
  const connect = ["dispatch failure", "io error", "client error (Connect)"];
  switch (code) {
    case "ECONNREFUSED":
      return [...connect, "tcp connect error", "Connection refused (os error 111)"];
    case "ENOTFOUND":
      return [...connect, "dns error", "failed to lookup address information: Name or service not known"];
    case "EAI_AGAIN":
      return [...connect, "dns error", "failed to lookup address information: Temporary failure in name resolution"];
    case "ETIMEDOUT":
      if (!message.startsWith("connect")) return ["dispatch failure", "timeout", "HTTP read timeout occurred after 1s", "timed out"];
      return ["dispatch failure", "timeout", "client error (Connect)", "HTTP connect timeout occurred after 3.1s", "timed out"];
    case "ERR_TLS_EXPIRED":
      return [...connect, "TLS handshake failed", "invalid peer certificate: Expired"];
    case "ERR_TLS_HOST_MISMATCH":
      return [...connect, "TLS handshake failed", "invalid peer certificate: NotValidForName"];
    default:
      return [...connect, "TLS handshake failed", "invalid peer certificate: UnknownIssuer"];
  }
}
