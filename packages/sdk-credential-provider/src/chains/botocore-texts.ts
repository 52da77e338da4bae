/** What botocore says, which the AWS CLI prints in a form of its own. */
import type { ContainerFailure, SaidOfContainer } from "../providers/container.js";
import { shapeOf } from "./modeled-errors.js";
import { capitalOsReason, osNumber } from "./os-reason.js";
import type { Failure, SdkTexts, ShortParameter, StsRefusal } from "./sdk-texts.js";
import type { Unanswered, UnreadableAnswer } from "./unanswered.js";

/** The words and classes; the number of retries is told once they are used up. */
export const botocoreTexts: SdkTexts = {
  stsRefused: ({ action, wire: { code: sent, message: said, status }, attempts, isExhausted, unanswered, unreadable }: StsRefusal) => {
    if (unanswered !== null) return unansweredText(unanswered);
    if (unreadable !== null && isParserError(unreadable)) return parserError(unreadable);
    // A page from somebody before STS is told by its status alone.
    const isGeneric = unreadable !== null && status >= 500;
    const code = isGeneric ? String(status) : sent;
    const message = isGeneric ? (REASONS[status] ?? "") : unreadable === null ? said : "Unknown";
    const retries = isExhausted ? ` (reached max retries: ${attempts - 1})` : "";
    return `An error occurred (${code}) when calling the ${action} operation${retries}: ${message}`;
  },
  tokenFileUnreadable: (path, message) => `[Errno ${osNumber(message)}] ${capitalOsReason(message)}: '${path}'`,
  nothingFound: () => "Unable to locate credentials",
  replyExpired: "Credentials were refreshed, but the refreshed credentials are still expired.",
  shortParameters: (found) => ["Parameter validation failed:", ...found.map(describeShort)].join("\n"),
  serviceUnanswered: unansweredText,
  typeOf,
};

const REASONS: Readonly<Record<number, string>> = {
  500: "Internal Server Error",
  502: "Bad Gateway",
  503: "Service Unavailable",
  504: "Gateway Timeout",
};

/** Python's parser finds nothing, or not the end; what is below 500 is parsed whatever it is. */
export function isParserError({ why, status }: UnreadableAnswer): boolean {
  return (why === "empty" || why === "cut-off") && status < 500;
}

function parserError({ body }: UnreadableAnswer): string {
  const what = body === "" ? "no element found: line 1, column 0" : `unclosed token: line 1, column ${body.lastIndexOf("<")}`;
  return `Unable to parse response (${what}), invalid XML received. Further retries may succeed:\nb'${body}'`;
}

/** What the container provider says; botocore repeats neither the answer's nor the connection's error in a class of its own. */
export function botocoreContainerFailure(failure: ContainerFailure): SaidOfContainer | null {
  switch (failure.why) {
    case "token-file":
      return { message: `[Errno ${osNumber(failure.message)}] ${capitalOsReason(failure.message)}: '${failure.path}'` };
    case "line-break":
      return { message: "Auth token value is not a legal header value" };
    case "document":
      return failure.problem.why === "incomplete" ? { code: "KeyError", message: `'${failure.problem.text}'` } : null;
    case "host":
      return unsupportedHost(failure.isUrl ? failure.hostname : "None");
    case "status":
      return retrievalError(`Received non 200 response ${failure.status} from container metadata: ${failure.body}`);
    case "unanswered":
      // A relative URI that does not begin with a slash makes the host another one.
      if (failure.url.startsWith("http://169.254.170.2") && !HOSTS.includes(new URL(failure.url).hostname))
        return unsupportedHost(new URL(failure.url).hostname);
      return retrievalError(`Received error when attempting to retrieve container metadata: ${unansweredText({ ...failure, method: "GET" })}`);
    default:
      return null;
  }
}

const HOSTS: readonly string[] = ["169.254.170.2", "169.254.170.23"];

function unsupportedHost(host: string): SaidOfContainer {
  const hosts = "169.254.170.2, 169.254.170.23, fd00:ec2::23, localhost";
  const message = `Unsupported host '${host}'.  Can only retrieve metadata from a loopback address or one of these hosts: ${hosts}`;
  return { code: "ContainerCredentialsError", message };
}

function retrievalError(what: string): SaidOfContainer {
  return { code: "CredentialRetrievalError", message: `Error when retrieving credentials from container-role: Error retrieving metadata: ${what}` };
}

function describeShort({ parameter, length, least }: ShortParameter): string {
  return `Invalid length for parameter ${parameter}, value: ${length}, valid min length: ${least}`;
}

/** The texts of `ProxyConnectionError`, `ConnectTimeoutError`, `SSLError` and `EndpointConnectionError`; the line of Python's own source is that of 3.12. */
function unansweredText({ url, error }: Unanswered): string {
  if (error.proxy !== null) return `Failed to connect to proxy URL: "${error.proxy}"`;
  if (error.code === "ETIMEDOUT") return `Connect timeout on endpoint URL: "${url}"`;
  if (!error.code.startsWith("ERR_TLS")) return `Could not connect to the endpoint URL: "${url}"`;
  return `SSL validation failed for ${url} [SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: unable to get local issuer certificate (_ssl.c:1006)`;
}

const CLASSES: Readonly<Record<string, string>> = {
  ENOENT: "builtins.FileNotFoundError",
  EACCES: "builtins.PermissionError",
  EISDIR: "builtins.IsADirectoryError",
  InvalidConfigError: "botocore.exceptions.InvalidConfigError",
  NoCredentials: "botocore.exceptions.NoCredentialsError",
  ParamValidation: "botocore.exceptions.ParamValidationError",
  PartialCredentialsError: "botocore.exceptions.PartialCredentialsError",
  ProfileNotFound: "botocore.exceptions.ProfileNotFound",
  ContainerCredentialsError: "builtins.ValueError",
  InvalidEndpoint: "builtins.ValueError",
  InvalidRetryMode: "botocore.exceptions.InvalidRetryModeError",
  ReplyExpired: "builtins.RuntimeError",
  KeyError: "builtins.KeyError",
};

function typeOf({ code, message, wire, details, place }: Failure): string {
  if (details?.unreadable != null && isParserError(details.unreadable)) return "botocore.parsers.ResponseParserError";
  if (wire !== null) {
    const shape = place === "service" ? (wire.code === "NoSuchKey" || wire.code === "NoSuchBucket" ? wire.code : null) : shapeOf(wire.code);
    return shape === null ? "botocore.exceptions.ClientError" : `botocore.errorfactory.${shape}`;
  }
  if (details?.unanswered != null) return `botocore.exceptions.${unansweredClass(details.unanswered)}`;
  if (code === "InvalidMaxAttempts") return message.startsWith("Value") ? "botocore.exceptions.InvalidMaxRetryAttemptsError" : "builtins.ValueError";
  return CLASSES[code] ?? `botocore.exceptions.${code}`;
}

function unansweredClass({ error: { code, proxy } }: Unanswered): string {
  if (proxy !== null) return "ProxyConnectionError";
  if (code === "ETIMEDOUT") return "ConnectTimeoutError";
  return code.startsWith("ERR_TLS") ? "SSLError" : "EndpointConnectionError";
}
