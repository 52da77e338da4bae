/** Settings that make an SDK give up by itself, each in its own words, and that no scenario of the catalogue has with every SDK. */
export interface Probe {
  readonly environment: Readonly<Record<string, string>>;
  readonly files?: Readonly<Record<string, string>>;
}

const EMPTY_FILE = "/tmp/empty-token";

/** By what is wrong. */
export const PROBES: Readonly<Record<string, Probe>> = {
  "the role's variable is empty": { environment: { AWS_ROLE_ARN: "" } },
  "the token's file is not there": { environment: { AWS_WEB_IDENTITY_TOKEN_FILE: "/nowhere/token" } },
  "the token's file is empty": { environment: { AWS_WEB_IDENTITY_TOKEN_FILE: EMPTY_FILE }, files: { [EMPTY_FILE]: "" } },
  "the session's name is none": { environment: { AWS_ROLE_SESSION_NAME: "bad name!" } },
  "half a key": { environment: { AWS_ACCESS_KEY_ID: "AKIAIOSFODNN7EXAMPLE" } },
  "a profile that is not there": { environment: { AWS_PROFILE: "nope" } },
  "no region": { environment: { AWS_REGION: "", AWS_DEFAULT_REGION: "" } },
};
