/** The three inputs of web identity, from the places where an SDK looks for them (sdk-credential-chains.md, sections 2.2 and 3). */
import type { Properties } from "../shared-config/parse-shared-config.js";

/** The inputs; an empty text where nothing was found. */
export interface WebIdentitySettings {
  readonly tokenFile: string;
  readonly roleArn: string;
  readonly sessionName: string;
}

/** How the places are combined: one by one, so that they mix; or all from the later place when the earlier lacks role or token. */
export type WebIdentityMix = "one-by-one" | "all-or-nothing";

const NOTHING: WebIdentitySettings = { tokenFile: "", roleArn: "", sessionName: "" };

/**
 * Finds the inputs.
 *
 * @param places in the order asked
 */
export function findWebIdentity(places: readonly WebIdentitySettings[], mix: WebIdentityMix): WebIdentitySettings {
  const first = (read: (place: WebIdentitySettings) => string): string => places.map(read).find((value) => value !== "") ?? "";
  if (mix === "one-by-one")
    return { tokenFile: first(({ tokenFile }) => tokenFile), roleArn: first(({ roleArn }) => roleArn), sessionName: first(({ sessionName }) => sessionName) };
  const complete = places.find(({ tokenFile, roleArn }) => tokenFile !== "" && roleArn !== "");
  return complete ?? places.find(({ tokenFile, roleArn }) => tokenFile !== "" || roleArn !== "") ?? NOTHING;
}

/** What the environment says. */
export function fromEnvironment(environment: Readonly<Record<string, string>>): WebIdentitySettings {
  const { AWS_WEB_IDENTITY_TOKEN_FILE = "", AWS_ROLE_ARN = "", AWS_ROLE_SESSION_NAME = "" } = environment;
  return { tokenFile: AWS_WEB_IDENTITY_TOKEN_FILE, roleArn: AWS_ROLE_ARN, sessionName: AWS_ROLE_SESSION_NAME };
}

/** What a profile says; without a token file its role is another provider's. */
export function fromProfile(profile: Properties | null): WebIdentitySettings {
  const { web_identity_token_file: tokenFile = "", role_arn: roleArn = "", role_session_name: sessionName = "" } = profile ?? {};
  return { tokenFile, roleArn, sessionName };
}

/** What Java's properties say. */
export function fromSystemProperties(properties: Readonly<Record<string, string>> = {}): WebIdentitySettings {
  return {
    tokenFile: properties["aws.webIdentityTokenFile"] ?? "",
    roleArn: properties["aws.roleArn"] ?? "",
    sessionName: properties["aws.roleSessionName"] ?? "",
  };
}
