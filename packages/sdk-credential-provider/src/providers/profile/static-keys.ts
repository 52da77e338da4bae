import { localError } from "../../load-error.js";
import type { ProfileForm } from "./profile-form.js";

/** `aws_access_key_id` and `aws_secret_access_key`, perhaps with `aws_session_token`. */
export const staticKeys: ProfileForm = async (_input, { name, properties }) => {
  const { aws_access_key_id: accessKeyId = "", aws_secret_access_key: secretAccessKey = "", aws_session_token: sessionToken = "" } = properties;
  if (accessKeyId === "" || secretAccessKey === "") return null;
  return { verdict: "match", about: { profile: name }, credentials: { accessKeyId, secretAccessKey, ...(sessionToken === "" ? {} : { sessionToken }) } };
};

/** The same for an SDK that wants the pair in one file, the credentials file's before the config file's. */
export const staticKeysOfOneFile: ProfileForm = async (input, profile) => {
  for (const file of ["credentials", "config"] as const) {
    const answer = await staticKeys(input, { ...profile, properties: input.sharedConfig.profile(profile.name, [file]) ?? {} });
    if (answer !== null) return answer;
  }
  return null;
};

/** Half a pair of keys. */
export interface HalfKeys {
  readonly profile: string;
  readonly missing: "aws_access_key_id" | "aws_secret_access_key";
}

/** The same for SDKs in which half a pair ends the chain. */
export function staticKeysOrFail(describe: (half: HalfKeys) => string | null): ProfileForm {
  return async (input, profile) => {
    const { aws_access_key_id: accessKeyId = "", aws_secret_access_key: secret = "" } = profile.properties;
    if ((accessKeyId === "") === (secret === "")) return staticKeys(input, profile);
    const message = describe({ profile: profile.name, missing: secret === "" ? "aws_secret_access_key" : "aws_access_key_id" });
    return message === null ? null : { verdict: "error", error: localError("PartialCredentialsError", message) };
  };
}
