/**
 * Static keys in a shared profile.
 * Leaves out, for now: profiles that assume a role, SSO, `credential_process`, and the config file's keys.
 */
import { parseIni } from "./parse-ini.js";
import { type Provider, setVariables } from "./provider.js";

/** Looks for static keys of the selected profile. */
export const profileProvider: Provider = async ({ environment, files }) => {
  const path = environment.AWS_SHARED_CREDENTIALS_FILE || `${environment.HOME || "/root"}/.aws/credentials`;
  const inputs = setVariables(environment, ["AWS_PROFILE", "AWS_SHARED_CREDENTIALS_FILE"]);
  if (files.stat(path) === null) return { verdict: "skip", reason: `no file ${path}`, inputs };
  const name = environment.AWS_PROFILE || "default";
  const profile = parseIni(new TextDecoder().decode(files.read(path))).get(name);
  const { aws_access_key_id: accessKeyId = "", aws_secret_access_key: secretAccessKey = "", aws_session_token: sessionToken = "" } = profile ?? {};
  if (accessKeyId === "" || secretAccessKey === "") return { verdict: "skip", reason: `profile ${name} has no keys`, inputs: [...inputs, path] };
  return {
    verdict: "match",
    inputs: [...inputs, path],
    about: {},
    credentials: { accessKeyId, secretAccessKey, ...(sessionToken === "" ? {} : { sessionToken }) },
  };
};
