/** What aws-sdk-go-v2 says: a chain of wrapped errors, whose texts follow each other and whose classes a program unwraps one by one. */

import { FAULTS } from "../imds/metadata-rules.js";
import { MetadataError } from "../imds/metadata-session.js";
import type { ContainerFailure, SaidOfContainer } from "../providers/container.js";
import type { MetadataFailure } from "../providers/imds.js";
import { goSendError } from "./go-send-error.js";
import { shapeOf } from "./modeled-errors.js";
import { goFileReason } from "./os-reason.js";
import type { Failure, SdkTexts, StsRefusal } from "./sdk-texts.js";
import type { Unanswered, UnreadableAnswer } from "./unanswered.js";

const OPERATION = "*smithy.OperationError";
const EXHAUSTED = "*retry.MaxAttemptsError";
const WRAP = "*fmt.wrapError";
const STRING = "*errors.errorString";

/** The words and classes. */
export const goV2Texts: SdkTexts = {
  stsRefused,
  tokenFileUnreadable: (path, message) =>
    `failed to refresh cached credentials, failed to retrieve jwt from provide source, unable to read file at ${path}: ${goFileReason(path, message)}`,
  nothingFound: (attempts) => `failed to refresh cached credentials, no EC2 IMDS role found, ${attempts.at(-1)?.message ?? ""}`,
  serviceUnanswered: (unanswered, attempts) =>
    `exceeded maximum number of attempts, ${attempts}, https response error StatusCode: 0, RequestID: , HostID: , request send failed, ${goSendError(unanswered)}`,
  thrown,
  typeOf,
};

/** The metadata client's error, up to the credentials cache. */
export function goV2MetadataError({ error, url }: MetadataFailure): string {
  return `failed to refresh cached credentials, no EC2 IMDS role found, operation error ec2imds: GetMetadata, ${metadataReason(error, url)}`;
}

function metadataReason(error: MetadataFailure["error"], url: string): string {
  if (error instanceof MetadataError) {
    const token = error.isOfToken ? "failed to get API token, operation error ec2imds: getToken, " : "";
    return `${token}${isRetried(error.status) ? ATTEMPTS : ""}http response error StatusCode: ${error.status}, request to EC2 IMDS failed`;
  }
  return error.code === "ETIMEDOUT"
    ? "request canceled, context deadline exceeded"
    : `${ATTEMPTS}request send failed, ${goSendError({ method: "GET", url, error })}`;
}

const ATTEMPTS = "exceeded maximum number of attempts, 3, ";

function isRetried(status: number): boolean {
  return status === 401 || FAULTS.includes(status);
}

/** The metadata client's error where it is switched off. */
export const GO_V2_METADATA_DISABLED =
  'failed to refresh cached credentials, no EC2 IMDS role found, operation error ec2imds: GetMetadata, access disabled to EC2 IMDS via client option, or "AWS_EC2_METADATA_DISABLED" environment variable';

/** The container provider's error; a host that is not allowed is refused when the configuration is loaded. */
export function goV2ContainerFailure(failure: ContainerFailure): SaidOfContainer | null {
  switch (failure.why) {
    case "host":
      return { message: `invalid endpoint host, "${failure.hostname}", only loopback/ecs/eks hosts are allowed`, isOfSettings: true };
    case "token-file": {
      const { path, message } = failure;
      const read = `failed to read authorization token from ${path}: ${goFileReason(path, message)}`;
      return { message: `failed to refresh cached credentials, failed to load credentials, resolve auth token: ${read}` };
    }
    case "status":
      return { message: `${LOADING}${isRetried(failure.status) ? ATTEMPTS : ""}${endpointError(failure.body)}` };
    case "unanswered":
      return { message: `${LOADING}${ATTEMPTS}request send failed, ${goSendError({ method: "GET", ...failure })}` };
    case "line-break":
      return { message: `${LOADING}resolve auth token: authorization token contains invalid newline sequence` };
    default:
      return null;
  }
}

const LOADING = "failed to refresh cached credentials, failed to load credentials, ";

/** The answer's own code and message, where it is such a document; else all of it. */
function endpointError(body: string): string {
  if (!body.startsWith("{")) return `: ${body}`;
  const [code, message] = ["code", "message"].map((member) => new RegExp(`"${member}"\\s*:\\s*"([^"]*)"`, "i").exec(body)?.[1] ?? "");
  return `${code}: ${message}`;
}

function stsRefused({ action, wire, attempts, isExhausted, requestId, unanswered, unreadable }: StsRefusal): string {
  if (unreadable?.status === 200 && LACKS_CREDENTIALS.includes(unreadable.why)) return `failed to refresh cached credentials, ${NO_CREDENTIALS}`;
  const exhausted = isExhausted ? `exceeded maximum number of attempts, ${attempts}, ` : "";
  const refused = shapeOf(wire.code) === null ? `api error ${wire.code}: ${wire.message}` : `${wire.code}: ${wire.message}`;
  const said = unreadable !== null ? notDecoded(unreadable) : unanswered === null ? refused : `request send failed, ${goSendError(unanswered)}`;
  const response = `https response error StatusCode: ${wire.status}, RequestID: ${requestId}, ${said}`;
  const exchange = action === "AssumeRole" ? "" : "failed to retrieve credentials, ";
  return `failed to refresh cached credentials, ${exchange}operation error STS: ${action}, ${exhausted}${response}`;
}

/** Nothing at all decodes to an answer without anything. */
const LACKS_CREDENTIALS: readonly string[] = ["empty", "no-credentials"];
const NO_CREDENTIALS = "validate credentials, response did not contain credentials";

function notDecoded({ why }: UnreadableAnswer): string {
  return why === "cut-off" ? "XML syntax error on line 1: unexpected EOF" : "deserialization failed, EOF";
}

function thrown({ place, code, message, wire, exhaustedRounds, called: { serviceId, operation } }: Failure): string {
  const exhausted = exhaustedRounds === null ? "" : `exceeded maximum number of attempts, ${exhaustedRounds}, `;
  switch (place) {
    case "settings":
      return message;
    case "region":
      if (code === "InvalidRegion") return `operation error ${serviceId}: ${operation}, ${message}`;
      return `operation error ${serviceId}: ${operation}, resolve auth scheme: resolve endpoint: endpoint rule error, ${message}`;
    case "credentials":
      return `operation error ${serviceId}: ${operation}, ${exhausted}get identity: get credentials: ${message}`;
    case "service":
      return wire === null ? `operation error ${serviceId}: ${operation}, ${message}` : message;
  }
}

function typeOf(failure: Failure): readonly string[] {
  switch (failure.place) {
    case "settings":
      return SETTINGS[failure.code] ?? [WRAP, STRING];
    case "region":
      return [OPERATION, WRAP, ...(failure.code === "InvalidRegion" ? [] : [WRAP]), STRING];
    case "credentials":
      return [OPERATION, ...exhausted(failure.exhaustedRounds !== null), ...typeOfCredentials(failure)];
    case "service":
      return [OPERATION, ...exhausted(failure.wire === null), "*s3shared.ResponseError", ...typeOfService(failure)];
  }
}

const SETTINGS: Readonly<Record<string, readonly string[]>> = {
  ProfileNotFound: ["config.SharedConfigProfileNotExistError"],
  InvalidConfiguration: [STRING],
  InvalidMaxAttempts: [WRAP, "*strconv.NumError", STRING],
  ContainerCredentialsError: [STRING],
  SourceProfileNotFound: ["config.SharedConfigAssumeRoleError", "config.SharedConfigProfileNotExistError"],
  SourceProfileEmpty: ["config.SharedConfigAssumeRoleError"],
  SeveralSources: [STRING],
  UnknownSource: [STRING],
  RoleRequired: ["config.CredentialRequiresARNError"],
  InvalidSetting: [STRING],
};

/** One wrapper for each of the texts between the client and the operation that failed. */
function typeOfCredentials(failure: Failure): readonly string[] {
  return [WRAP, WRAP, WRAP, ...(failure.details?.action === "AssumeRole" ? [] : [WRAP]), ...typeOfOperation(failure)];
}

function typeOfOperation({ code, wire, details = {} }: Failure): readonly string[] {
  const { unanswered = null, unreadable = null, isExhausted = false, metadataStatus, isMetadataDisabled = false } = details;
  if (details.containerStatus !== undefined) return [...exhausted(isRetried(details.containerStatus)), "*client.EndpointError"];
  if (details.containerSilence !== undefined) return [EXHAUSTED, ...typeOfUnanswered({ method: "GET", url: "", error: details.containerSilence })];
  if (isMetadataDisabled) return [OPERATION, STRING];
  if (metadataStatus !== undefined) return typeOfMetadata(metadataStatus, details.isOfMetadataToken === true);
  if (code === "NoCredentials" && unanswered?.error.code === "ETIMEDOUT") return [OPERATION, "*aws.RequestCanceledError", "context.deadlineExceededError"];
  if (code === "NoCredentials" && unanswered !== null) return [OPERATION, EXHAUSTED, ...typeOfUnanswered(unanswered)];
  if (unanswered !== null) return [OPERATION, ...exhausted(isExhausted), "*http.ResponseError", ...typeOfUnanswered(unanswered)];
  if (unreadable?.status === 200 && LACKS_CREDENTIALS.includes(unreadable.why)) return [STRING];
  if (unreadable !== null)
    return [
      OPERATION,
      ...exhausted(isExhausted),
      "*http.ResponseError",
      ...(unreadable.why === "cut-off" ? ["*xml.SyntaxError"] : ["*smithy.DeserializationError", STRING]),
    ];
  if (wire === null) return [STRING];
  const shape = shapeOf(wire.code);
  return [OPERATION, ...exhausted(isExhausted), "*http.ResponseError", shape === null ? "*smithy.GenericAPIError" : `*types.${shape}`];
}

function typeOfMetadata(status: number, isOfToken: boolean): readonly string[] {
  const outer = isOfToken ? [OPERATION, WRAP] : [];
  if (status === 401) return [...outer, OPERATION, EXHAUSTED, "*imds.retryableError"];
  return [...outer, OPERATION, ...exhausted(isRetried(status)), "*http.ResponseError", STRING];
}

function typeOfService({ wire, details }: Failure): readonly string[] {
  if (wire !== null) return [wire.code === "NoSuchKey" || wire.code === "NoSuchBucket" ? `*types.${wire.code}` : "*smithy.GenericAPIError"];
  return details?.unanswered == null ? [] : typeOfUnanswered(details.unanswered);
}

function typeOfUnanswered({ error: { code } }: Unanswered): readonly string[] {
  const send = ["*http.RequestSendError", "*url.Error"];
  if (code.startsWith("ERR_TLS")) return [...send, "*tls.CertificateVerificationError", "x509.UnknownAuthorityError"];
  if (code === "ENOTFOUND" || code === "EAI_AGAIN") return [...send, "*net.OpError", "*net.DNSError"];
  return [...send, "*net.OpError", ...(code === "ECONNREFUSED" ? ["*os.SyscallError", "syscall.Errno"] : ["*net.timeoutError"])];
}

function exhausted(isSo: boolean): readonly string[] {
  return isSo ? [EXHAUSTED] : [];
}
