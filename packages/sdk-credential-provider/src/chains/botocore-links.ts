/** `create_credential_resolver`, which botocore, boto3 and both lines of the AWS CLI share (sdk-credential-chains.md, sections 3.3 and 3.4). */
import { container } from "../providers/container.js";
import { env } from "../providers/env.js";
import { imds } from "../providers/imds.js";
import { legacyFile } from "../providers/legacy-file.js";
import { credentialProcess, loginKeys, ssoKeys } from "../providers/profile/not-simulated.js";
import { profile } from "../providers/profile/profile.js";
import type { ProfileForm } from "../providers/profile/profile-form.js";
import { sourceRole } from "../providers/profile/source-role.js";
import { staticKeysOrFail } from "../providers/profile/static-keys.js";
import { webIdentity } from "../providers/web-identity.js";
import type { SharedConfigRules } from "../shared-config/shared-config-rules.js";
import { botocoreContainerFailure } from "./botocore-texts.js";
import type { ChainLink } from "./chain.js";

/** botocore's own text, the missing blank included. */
const NO_ROLE =
  "The provided profile or the current environment is configured to assume role with web identity but has no role ARN configured. Ensure that the profile has the role_arnconfiguration set or the AWS_ROLE_ARN env var is set.";
const NO_SOURCE = "Partial credentials found in assume-role, missing: source_profile or credential_source";
const invalidConfig = (message: string) => ({ code: "InvalidConfigError", message });
const role = sourceRole({
  noSource: { fail: () => NO_SOURCE },
  refuses: {
    unknown: (profile, source) => invalidConfig(`The credential source "${source}" referenced in profile "${profile}" is not valid.`),
    both: (profile) => invalidConfig(`The profile "${profile}" contains both source_profile and credential_source.`),
    circle: (visited, again) => ({
      code: "InfiniteLoopConfigError",
      message: `Infinite loop in credential configuration detected. Attempting to load from profile ${again} which has already been visited. Visited profiles: [${visited.map((name) => `'${name}'`).join(", ")}]`,
    }),
    empty: (profile, source, isProfile) =>
      isProfile
        ? invalidConfig(`The source profile "${source}" must have credentials.`)
        : {
            code: "CredentialRetrievalError",
            message: `Error when retrieving credentials from ${source}: No credentials found in credential_source referenced in profile ${profile}`,
          },
  },
  missingSource: (profile, source) => ({
    code: "InvalidConfigError",
    message: `The source_profile "${source}" referenced in the profile "${profile}" does not exist.`,
  }),
});

/** An access key id without its secret ends the chain; a secret alone is not seen. */
function keys(method: string): ProfileForm {
  return staticKeysOrFail(({ missing }) => (missing === "aws_secret_access_key" ? `Partial credentials found in ${method}, missing: ${missing}` : null));
}

/** Any exception ends the chain. */
export const botocoreLinks: readonly ChainLink[] = [
  env({ name: "EnvProvider", onError: "fail", partialKeysFail: true, yieldsTo: "profile-in-code" }),
  profile({ name: "AssumeRoleProvider", kind: "assume-role", onError: "fail", forms: [role], skipText: "no profile with role_arn" }),
  webIdentity({
    name: "AssumeRoleWithWebIdentityProvider",
    onError: "fail",
    places: ["environment", "profile"],
    profileInCode: "ignores-environment",
    emptyVariables: "hide",
    noRoleError: { code: "InvalidConfigError", message: NO_ROLE },
  }),
  profile({ name: "SSOProvider", kind: "sso", onError: "fail", forms: [ssoKeys], skipText: "no profile with SSO keys" }),
  profile({ name: "SharedCredentialProvider", onError: "fail", forms: [keys("shared-credentials-file")], files: ["credentials"] }),
  profile({ name: "LoginProvider", kind: "login", onError: "fail", forms: [loginKeys], skipText: "no profile with login keys" }),
  profile({ name: "ProcessProvider", kind: "process", onError: "fail", forms: [credentialProcess], skipText: "no profile with credential_process" }),
  profile({ name: "ConfigProvider", onError: "fail", forms: [keys("config-file")], files: ["config"], skipText: "no keys in the config file" }),
  legacyFile({ name: "OriginalEC2Provider", variable: "AWS_CREDENTIAL_FILE", places: [], reason: "AWS_CREDENTIAL_FILE is not set" }),
  legacyFile({ name: "BotoProvider", variable: "BOTO_CONFIG", places: ["/etc/boto.cfg", "~/.boto"], reason: "no boto configuration" }),
  container({ name: "ContainerProvider", onError: "fail", attempts: { count: 3, after: "anything" }, failure: botocoreContainerFailure }),
  imds({ name: "InstanceMetadataProvider", onError: "continue", stopsAtEmptyList: true }),
];

/** A profile that is named, in code or by `AWS_PROFILE`, has to exist. */
export const botocoreSharedConfig: SharedConfigRules = {
  names: { properties: "in-any-case" },
  configFile: "always",
  profileVariables: ["AWS_DEFAULT_PROFILE", "AWS_PROFILE"],
  missingProfile: (name) => `The config profile (${name}) could not be found`,
};
