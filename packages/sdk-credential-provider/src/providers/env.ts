import { type Provider, setVariables } from "./provider.js";

/** Long-lived or temporary keys in the environment. */
export const envProvider: Provider = async ({ environment, chain }) => {
  const inputs = setVariables(environment, ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "AWS_PROFILE"]);
  if (chain.environmentYieldsToProfile && inputs.includes("AWS_PROFILE")) return { verdict: "skip", reason: "a profile is selected", inputs };
  const { AWS_ACCESS_KEY_ID: accessKeyId = "", AWS_SECRET_ACCESS_KEY: secretAccessKey = "", AWS_SESSION_TOKEN: sessionToken = "" } = environment;
  if (accessKeyId !== "" && secretAccessKey === "" && chain.partialKeysFail) {
    const message = "Partial credentials found in env, missing: AWS_SECRET_ACCESS_KEY";
    return { verdict: "error", inputs, error: { code: "PartialCredentialsError", message, wire: null } };
  }
  if (accessKeyId === "" || secretAccessKey === "") return { verdict: "skip", reason: "AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are not both set", inputs };
  return { verdict: "match", inputs, about: {}, credentials: { accessKeyId, secretAccessKey, ...(sessionToken === "" ? {} : { sessionToken }) } };
};
