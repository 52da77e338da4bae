import { localError } from "../../local-error.js";
import type { ProfileForm } from "./profile-form.js";

/** `aws_access_key_id` and `aws_secret_access_key`, perhaps with `aws_session_token`. */
export const staticKeys: ProfileForm = async (_input, { name, properties }) => {
  const { aws_access_key_id: accessKeyId = "", aws_secret_access_key: secretAccessKey = "", aws_session_token: sessionToken = "" } = properties;
  if (accessKeyId === "" || secretAccessKey === "") return null;
  return { verdict: "match", about: { profile: name }, credentials: { accessKeyId, secretAccessKey, ...(sessionToken === "" ? {} : { sessionToken }) } };
};

/** The same for botocore, where an access key id without its secret ends the chain. */
export function staticKeysOrFail(method: string): ProfileForm {
  return async (input, profile) => {
    const { aws_access_key_id: accessKeyId = "", aws_secret_access_key: secret = "" } = profile.properties;
    if (accessKeyId === "" || secret !== "") return staticKeys(input, profile);
    return { verdict: "error", error: localError("PartialCredentialsError", `Partial credentials found in ${method}, missing: aws_secret_access_key`) };
  };
}
