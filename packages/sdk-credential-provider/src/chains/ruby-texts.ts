/** What the AWS SDK for Ruby says. */
import type { ContainerFailure, SaidOfContainer } from "../providers/container.js";
import { capitalOsReason } from "./os-reason.js";
import type { Failure, SdkTexts } from "./sdk-texts.js";
import type { Unanswered } from "./unanswered.js";

/** Also of a request that is signed although its caller has nothing to sign it with. */
export const NO_CREDENTIALS = "unable to sign request without credentials set";

/** The words and classes. */
export const rubyTexts: SdkTexts = {
  stsRefused: ({ wire, unanswered, unreadable }) => {
    if (unreadable !== null) return unreadable.status === 200 ? wire.message : `Aws::STS::Errors::${nameOfStatus(unreadable.status)}`;
    return unanswered === null ? wire.message : rubySendError(unanswered);
  },
  tokenFileUnreadable: (path, message) =>
    message.startsWith("ENOENT")
      ? "Missing :web_identity_token_file parameter or invalid file path provided for Aws::AssumeRoleWebIdentityCredentials provider"
      : `${capitalOsReason(message)} @ ${message.startsWith("EISDIR") ? "io_fread" : "rb_sysopen"} - ${path}`,
  nothingFound: () => NO_CREDENTIALS,
  serviceUnanswered: (unanswered) => rubySendError(unanswered),
  typeOf,
};

/** What it says of an address that it does not allow, whatever else could be tried. */
export function rubyContainerFailure(failure: ContainerFailure): SaidOfContainer | null {
  if (failure.why !== "host") return null;
  const local = "AWS_CONTAINER_CREDENTIALS_FULL_URI must use a local loopback or an ECS or EKS link-local address when using the http scheme.";
  const message = failure.isUrl ? local : `'${failure.hostname}' must be a valid HTTP or HTTPS URI`;
  return { code: "ContainerHostRefused", message, isFinal: true };
}

/** How an error is called that has no name of its own. */
function nameOfStatus(status: number): string {
  return STATUSES[status] ?? `Http${status}Error`;
}

const STATUSES: Readonly<Record<number, string>> = { 400: "BadRequest", 403: "Forbidden", 404: "NotFound" };

const CLASSES: Readonly<Record<string, string>> = {
  ENOENT: "Aws::Errors::MissingWebIdentityTokenFile",
  MissingRegion: "Aws::Errors::MissingRegionError",
  NoCredentials: "Aws::Errors::MissingCredentialsError",
  NoSuchProfileError: "Aws::Errors::NoSuchProfileError",
  InvalidCredentialSourceError: "Aws::Errors::InvalidCredentialSourceError",
  CredentialSourceConflictError: "Aws::Errors::CredentialSourceConflictError",
  SourceProfileCircularReferenceError: "Aws::Errors::SourceProfileCircularReferenceError",
  ContainerHostRefused: "ArgumentError",
  InvalidRetryMode: "ArgumentError",
  InvalidMaxAttempts: "ArgumentError",
};

function typeOf({ place, code, wire, details, called }: Failure): string {
  if (details?.unreadable != null && wire !== null) return `Aws::STS::Errors::${nameOfStatus(wire.status)}`;
  if (wire !== null) return `Aws::${place === "service" ? called.serviceId.replaceAll(" ", "") : "STS"}::Errors::${wire.code}`;
  if (details?.unanswered != null) return "Seahorse::Client::NetworkingError";
  return CLASSES[code] ?? `Errno::${code}`;
}

/** Differs perhaps in a certificate that has expired or is for another host. */
function rubySendError({ url, error: { code, address } }: Unanswered): string {
  const { hostname, port } = URL.canParse(url) ? new URL(url) : { hostname: url, port: "" };
  const peer = `${hostname}:${port || "443"}`;
  const failed = (reason: string): string => `Failed to open TCP connection to ${peer} (${reason})`;
  const state = `SSL_connect returned=1 errno=0 peeraddr=${address ?? hostname}:${port || "443"} state=error: certificate verify failed`;
  switch (code) {
    case "ECONNREFUSED":
      return failed(`Connection refused - connect(2) for ${address ?? hostname}:${port || "443"}`);
    case "ENOTFOUND":
      return failed("getaddrinfo: Name or service not known");
    case "EAI_AGAIN":
      return failed("getaddrinfo: Temporary failure in name resolution");
    case "ETIMEDOUT":
      return failed("Connection timed out - user specified timeout");
    case "ERR_TLS_EXPIRED":
      return `${state} (certificate has expired)`;
    case "ERR_TLS_HOST_MISMATCH":
      return `${state} (hostname mismatch)`;
    default:
      return `${state} (unable to get local issuer certificate)`;
  }
}
