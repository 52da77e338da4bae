import type { DocumentProblem } from "../credentials-endpoint/credential-document.js";
import { FAULTS, type MetadataRules, NO_VERSION_2, ONE_TRY, USUAL_METADATA } from "../imds/metadata-rules.js";
import { absent } from "../providers/absent.js";
import { type ContainerFailure, container, type SaidOfContainer } from "../providers/container.js";
import { env } from "../providers/env.js";
import { imds } from "../providers/imds.js";
import { credentialProcess, loginKeys, ssoKeys } from "../providers/profile/not-simulated.js";
import { profile } from "../providers/profile/profile.js";
import { sourceRole } from "../providers/profile/source-role.js";
import { staticKeys } from "../providers/profile/static-keys.js";
import { webIdentityRoleFinal } from "../providers/profile/web-identity-role.js";
import { webIdentity } from "../providers/web-identity.js";
import { jitteredBackoff } from "../retry/decide-retry.js";
import { STS_ENDPOINT_VARIABLES } from "../sts/decide-sts-endpoint.js";
import { READ_ONCE } from "../sts/token-file-rule.js";
import type { SdkChain } from "./chain.js";
import { NEWER_CLIENT } from "./client-rules.js";
import { shapeOf } from "./modeled-errors.js";
import { nodeSendError } from "./node-send-error.js";
import type { Failure } from "./sdk-texts.js";

/** Whatever the token request is answered with but 400, it goes on without one. */
const METADATA: MetadataRules = {
  ...USUAL_METADATA,
  credentials: { ...ONE_TRY, withoutToken: { forGood: ["silence", 401, ...NO_VERSION_2, ...FAULTS], forOnce: [] } },
};

/** `@aws-sdk/credential-provider-node` 3.972 (sdk-credential-chains.md, section 3.5); its terminator is the text at the end. */
export const jsV3: SdkChain = {
  links: [
    env({
      name: "fromEnv",
      onError: "continue",
      yieldsTo: "any-profile",
      yieldWarning: "@aws-sdk/credential-provider-node - defaultProvider::fromEnv WARNING:",
    }),
    absent({ name: "fromSSO", kind: "sso", onError: "continue", reason: "no sso options in code" }),
    profile({
      name: "fromIni",
      onError: "continue",
      forms: [sourceRole({ noSource: "skip", stsErrorIsFinal: true }), staticKeys, webIdentityRoleFinal, credentialProcess, ssoKeys, loginKeys],
    }),
    profile({ name: "fromProcess", kind: "process", onError: "continue", forms: [credentialProcess], skipText: "no profile with credential_process" }),
    webIdentity({
      name: "fromTokenFile",
      emptyVariables: "session-name",
      onError: "fail",
      skipTexts: { noTokenFile: "Web identity configuration not specified", noRole: "Web identity configuration not specified" },
    }),
    container({
      name: "remoteProvider: fromHttp, fromContainerMetadata",
      onError: "continue",
      attempts: { count: 4, after: "anything" },
      failure: containerFailure,
    }),
    imds({ name: "remoteProvider: fromInstanceMetadata", onError: "continue", unlessContainer: true, disabledBy: "not-false", documentError: noJson }),
  ],
  webIdentitySince: "3.27.0",
  stsCallPhase: "walk",
  sharedConfig: { configFile: "always" },
  onRefresh: "chain",
  cache: { backgroundSeconds: 300, blockingSeconds: 0, background: "task" },
  retry: { mode: "standard", attempts: { standard: 3, adaptive: 3 }, zeroIsOne: true, codes: ["IDPCommunicationError"], pauseMs: jitteredBackoff(100) },
  sts: {
    region: ["code", "AWS_REGION", "profile", "imds"],
    noRegion: { take: "us-east-1", warning: "@aws-sdk - WARN - default STS region of us-east-1 used." },
    emptyVariableError: { code: "MissingRegion", message: 'Region not accepted: region="" is not a valid hostname component.' },
    mode: "regional",
    legacyCovers: "old-regions",
    regionalFlag: false,
    endpointVariables: STS_ENDPOINT_VARIABLES,
  },
  sessionName: { make: ({ nowMs }) => `aws-sdk-js-session-${nowMs}`, scope: "call", assumeRole: (nowMs) => `aws-sdk-js-${nowMs}` },
  client: { ...NEWER_CLIENT, noRegion: { take: "error", code: "MissingRegion", message: "Region is missing" }, accesses: 2, invalidRegion },
  metadata: METADATA,
  caVariables: ["NODE_EXTRA_CA_CERTS"],
  assumeRoleSeconds: 3600,
  tokenFile: READ_ONCE,
  texts: {
    stsRefused: ({ roleArn, wire, unanswered, unreadable }) => {
      if (unreadable !== null) return unreadable.status === 200 ? `Invalid response from STS.assumeRoleWithWebIdentity call with role ${roleArn}` : "Unknown";
      return unanswered === null ? wire.message : nodeSendError(unanswered);
    },
    // A folder is opened without a word, and what cannot be read has no name then.
    tokenFileUnreadable: (_path, message) => (message.startsWith("EISDIR") ? "EISDIR: illegal operation on a directory, read" : message),
    nothingFound: () => "Could not load credentials from any providers",
    serviceUnanswered: (unanswered) => nodeSendError(unanswered),
    typeOf,
  },
};

function invalidRegion(region: string): { readonly code: string; readonly message: string } {
  return { code: "MissingRegion", message: `Region not accepted: region="${region}" is not a valid hostname component.` };
}

/** What the file system says is no error of a provider; and the second of the two asked is ECS's, which knows its own host and loopback only. */
function containerFailure(failure: ContainerFailure, url: string): SaidOfContainer | null {
  if (failure.why === "token-file") return { message: failure.message, isFinal: true };
  if (failure.why === "host") return failure.isUrl ? null : { code: "TypeError", message: "Invalid URL", isFinal: true };
  const { hostname } = new URL(url);
  if (ECS_HOSTS.includes(hostname) || failure.why === "unanswered") return null;
  return { code: "NoCredentials", message: `${hostname} is not a valid container metadata service hostname`, isFinal: true };
}

const ECS_HOSTS: readonly string[] = ["169.254.170.2", "localhost", "127.0.0.1"];

/** A program sees an error's name; those of a service have that of their shape. */
function typeOf({ code, wire }: Failure): string {
  if (wire !== null) return shapeOf(wire.code) ?? wire.code;
  return NAMES[code] ?? "Error";
}

const NAMES: Readonly<Record<string, string>> = { NoCredentials: "CredentialsProviderError", TypeError: "TypeError", SyntaxError: "SyntaxError" };

/** What the parser says of the metadata's document leaves the chain as it is. */
function noJson({ why, text }: DocumentProblem): { readonly code: string; readonly message: string } | null {
  return why === "no-json" ? { code: "SyntaxError", message: text } : null;
}
