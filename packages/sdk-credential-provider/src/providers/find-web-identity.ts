/** The three inputs of web identity, from the places where an SDK looks for them (sdk-credential-chains.md, sections 2.2 and 3). */
import type { Properties } from "../shared-config/parse-shared-config.js";

/** The inputs; `null` where nothing was found. */
export interface WebIdentitySettings {
  readonly tokenFile: string | null;
  readonly roleArn: string | null;
  readonly sessionName: string | null;
}

/** How the places are combined: one by one, so that they mix; or all from the later place when the earlier lacks role or token. */
export type WebIdentityMix = "one-by-one" | "all-or-nothing";

const NOTHING: WebIdentitySettings = { tokenFile: null, roleArn: null, sessionName: null };

/**
 * Finds the inputs.
 *
 * @param places in the order asked
 */
export function findWebIdentity(places: readonly WebIdentitySettings[], mix: WebIdentityMix): WebIdentitySettings {
  const first = (read: (place: WebIdentitySettings) => string | null): string | null => places.map(read).find((value) => value !== null) ?? null;
  if (mix === "one-by-one")
    return { tokenFile: first(({ tokenFile }) => tokenFile), roleArn: first(({ roleArn }) => roleArn), sessionName: first(({ sessionName }) => sessionName) };
  const complete = places.find(({ tokenFile, roleArn }) => tokenFile !== null && roleArn !== null);
  return complete ?? places.find(({ tokenFile, roleArn }) => tokenFile !== null || roleArn !== null) ?? NOTHING;
}

/**
 * What a variable is that is set to nothing: one that is not set, one that is set, one that only hides what a later place says, or the first but for the session's
 * name, which is sent as it is.
 */
export type EmptyVariables = "absent" | "count" | "hide" | "session-name";

/** What the environment says. */
export function fromEnvironment(environment: Readonly<Record<string, string>>, empty: EmptyVariables): WebIdentitySettings {
  const read = (name: string, emptyCounts: boolean): string | null => (emptyCounts ? environment[name] : environment[name] || null) ?? null;
  const counts = empty === "count" || empty === "hide";
  return {
    tokenFile: read("AWS_WEB_IDENTITY_TOKEN_FILE", counts),
    roleArn: read("AWS_ROLE_ARN", counts),
    sessionName: read("AWS_ROLE_SESSION_NAME", counts || empty === "session-name"),
  };
}

/** What a profile says; without a token file its role is another provider's. */
export function fromProfile(profile: Properties | null): WebIdentitySettings {
  const { web_identity_token_file: tokenFile = "", role_arn: roleArn = "", role_session_name: sessionName = "" } = profile ?? {};
  return { tokenFile: tokenFile || null, roleArn: roleArn || null, sessionName: sessionName || null };
}

/** What Java's properties say. */
export function fromSystemProperties(properties: Readonly<Record<string, string>> = {}): WebIdentitySettings {
  return {
    tokenFile: properties["aws.webIdentityTokenFile"] ?? null,
    roleArn: properties["aws.roleArn"] ?? null,
    sessionName: properties["aws.roleSessionName"] ?? null,
  };
}
