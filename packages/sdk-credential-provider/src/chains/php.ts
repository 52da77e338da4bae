import { USUAL_METADATA } from "../imds/metadata-rules.js";
import { container } from "../providers/container.js";
import { env } from "../providers/env.js";
import { CONTAINER_URI_IS_SET, imds } from "../providers/imds.js";
import { credentialProcess, ssoKeys } from "../providers/profile/not-simulated.js";
import { profile } from "../providers/profile/profile.js";
import { sourceRole } from "../providers/profile/source-role.js";
import { staticKeys } from "../providers/profile/static-keys.js";
import { webIdentity } from "../providers/web-identity.js";
import { steadyBackoff } from "../retry/decide-retry.js";
import { STS_ENDPOINT_VARIABLES } from "../sts/decide-sts-endpoint.js";
import type { SdkChain } from "./chain.js";
import { OLDER_CLIENT } from "./client-rules.js";

const FORMS = [sourceRole({ noSource: "skip" }), staticKeys];
const NO_PROCESS = "no profile with credential_process";

/**
 * `CredentialProvider::defaultProvider` of aws-sdk-php 3.36x (sdk-credential-chains.md, section 3.12): every rejection continues, and an expiry walks the whole chain again.
 * Differs perhaps in `IDPCommunicationError`, which is repeated as in legacy mode whatever the mode.
 */
export const php: SdkChain = {
  links: [
    env({ name: "env", onError: "continue", skipText: "Could not find environment variable credentials in AWS_ACCESS_KEY_ID/AWS_SECRET_ACCESS_KEY" }),
    webIdentity({
      name: "assumeRoleWithWebIdentityCredentialProvider",
      onError: "continue",
      places: ["environment", "profile"],
      mix: "all-or-nothing",
      skipTexts: { noTokenFile: "No RoleArn or WebIdentityTokenFile specified", noRole: "No RoleArn or WebIdentityTokenFile specified" },
      validate: ({ tokenFile }) => (tokenFile.startsWith("/") ? null : "'WebIdentityTokenFile' must be an absolute path."),
    }),
    profile({ name: "sso", kind: "sso", onError: "continue", forms: [ssoKeys], skipText: "no profile with SSO keys" }),
    profile({
      name: "process (credentials file)",
      kind: "process",
      onError: "continue",
      forms: [credentialProcess],
      files: ["credentials"],
      skipText: NO_PROCESS,
    }),
    profile({ name: "ini (credentials file)", onError: "continue", forms: FORMS, files: ["credentials"] }),
    profile({ name: "process (config file)", kind: "process", onError: "continue", forms: [credentialProcess], files: ["config"], skipText: NO_PROCESS }),
    profile({ name: "ini (config file)", onError: "continue", forms: FORMS, files: ["config"] }),
    container({ name: "ecsCredentials", onError: "continue" }),
    imds({
      name: "instanceProfile",
      onError: "continue",
      unlessContainer: true,
      failureText: ({ message }) => `Error retrieving credentials from the instance profile metadata server. (${message})`,
    }),
  ],
  webIdentitySince: "3.110.7",
  stsCallPhase: "walk",
  sharedConfig: { configFile: "always" },
  onRefresh: "chain",
  cache: { backgroundSeconds: 0, blockingSeconds: 0, background: "caller" },
  retry: { mode: "legacy", attempts: { legacy: 4 }, codes: ["InvalidIdentityToken", "IDPCommunicationError"], pauseMs: steadyBackoff(1200, 1.2) },
  sts: {
    region: ["code", "profile", "AWS_REGION"],
    noRegion: { take: "us-east-1", warning: "NOTICE: STS client created without explicit region" },
    mode: "regional",
    legacyCovers: "old-regions",
    regionalFlag: true,
    endpointVariables: STS_ENDPOINT_VARIABLES,
  },
  sessionName: { make: ({ nowMs }) => `aws-sdk-php-${nowMs}`, scope: "provider" },
  readsProxyVariables: true,
  client: { ...OLDER_CLIENT, noRegion: { take: "us-east-1" } },
  metadata: USUAL_METADATA,
  caVariables: [],
  tokenFile: { content: "all", retriesOn: "empty", reads: 4, pauseMs: (attempt) => Math.round(1000 * 1.2 ** attempt) },
  texts: {
    stsRefused: ({ wire, isExhausted }) =>
      isExhausted && wire.code === "InvalidIdentityToken" ? "InvalidIdentityToken, retries exhausted" : "Error assuming role from web identity credentials",
    tokenFileUnreadable: (path, _message, why) =>
      why === "empty" ? `Error reading WebIdentityTokenFile from ${path}` : `Unreadable tokenfile at location ${path}`,
    // The text of whoever was asked last hides what web identity said.
    nothingFound: (attempts) => attempts.findLast(({ message }) => message !== CONTAINER_URI_IS_SET)?.message ?? "no provider was asked",
  },
};
