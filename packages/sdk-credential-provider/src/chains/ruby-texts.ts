/** What the AWS SDK for Ruby says. */
import { capitalOsReason } from "./os-reason.js";
import type { Failure, SdkTexts } from "./sdk-texts.js";
import type { Unanswered } from "./unanswered.js";

/** Also of a request that is signed although its caller has nothing to sign it with. */
export const NO_CREDENTIALS = "unable to sign request without credentials set";

/** The words and classes. */
export const rubyTexts: SdkTexts = {
  stsRefused: ({ wire, unanswered }) => (unanswered === null ? wire.message : rubySendError(unanswered)),
  tokenFileUnreadable: (path, message) =>
    message.startsWith("ENOENT")
      ? "Missing :web_identity_token_file parameter or invalid file path provided for Aws::AssumeRoleWebIdentityCredentials provider"
      : `${capitalOsReason(message)} @ rb_sysopen - ${path}`,
  nothingFound: () => NO_CREDENTIALS,
  serviceUnanswered: (unanswered) => rubySendError(unanswered),
  typeOf,
};

const CLASSES: Readonly<Record<string, string>> = {
  ENOENT: "Aws::Errors::MissingWebIdentityTokenFile",
  MissingRegion: "Aws::Errors::MissingRegionError",
  NoCredentials: "Aws::Errors::MissingCredentialsError",
};

function typeOf({ place, code, wire, details, called }: Failure): string {
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
