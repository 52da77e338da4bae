/** What botocore says, which the AWS CLI prints in a form of its own. */
import { shapeOf } from "./modeled-errors.js";
import { capitalOsReason, osNumber } from "./os-reason.js";
import type { Failure, SdkTexts, ShortParameter, StsRefusal } from "./sdk-texts.js";
import type { Unanswered } from "./unanswered.js";

/** The words and classes; the number of retries is told once they are used up. */
export const botocoreTexts: SdkTexts = {
  stsRefused: ({ action, wire, attempts, isExhausted, unanswered }: StsRefusal) => {
    if (unanswered !== null) return unansweredText(unanswered);
    const retries = isExhausted ? ` (reached max retries: ${attempts - 1})` : "";
    return `An error occurred (${wire.code}) when calling the ${action} operation${retries}: ${wire.message}`;
  },
  tokenFileUnreadable: (path, message) => `[Errno ${osNumber(message)}] ${capitalOsReason(message)}: '${path}'`,
  nothingFound: () => "Unable to locate credentials",
  replyExpired: "Credentials were refreshed, but the refreshed credentials are still expired.",
  shortParameters: (found) => ["Parameter validation failed:", ...found.map(describeShort)].join("\n"),
  serviceUnanswered: unansweredText,
  typeOf,
};

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
  InvalidRetryMode: "botocore.exceptions.InvalidRetryModeError",
  ReplyExpired: "builtins.RuntimeError",
};

function typeOf({ code, wire, details, place }: Failure): string {
  if (wire !== null) {
    const shape = place === "service" ? (wire.code === "NoSuchKey" || wire.code === "NoSuchBucket" ? wire.code : null) : shapeOf(wire.code);
    return shape === null ? "botocore.exceptions.ClientError" : `botocore.errorfactory.${shape}`;
  }
  if (details?.unanswered != null) return `botocore.exceptions.${unansweredClass(details.unanswered)}`;
  return CLASSES[code] ?? `botocore.exceptions.${code}`;
}

function unansweredClass({ error: { code, proxy } }: Unanswered): string {
  if (proxy !== null) return "ProxyConnectionError";
  if (code === "ETIMEDOUT") return "ConnectTimeoutError";
  return code.startsWith("ERR_TLS") ? "SSLError" : "EndpointConnectionError";
}
