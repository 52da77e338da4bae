import { assumeRoleWithWebIdentity } from "../web-identity/assume-role-with-web-identity.js";
import { type Provider, setVariables } from "./provider.js";

const VARIABLES = ["AWS_ROLE_ARN", "AWS_WEB_IDENTITY_TOKEN_FILE", "AWS_ROLE_SESSION_NAME"];

/** The exchange of the projected token for credentials of the role. */
export const webIdentityProvider: Provider = async (input) => {
  const { environment, chain } = input;
  const inputs = setVariables(environment, VARIABLES);
  const roleArn = environment.AWS_ROLE_ARN ?? "";
  const tokenFile = environment.AWS_WEB_IDENTITY_TOKEN_FILE ?? "";
  if (tokenFile === "") return { verdict: "skip", reason: "AWS_WEB_IDENTITY_TOKEN_FILE is not set", inputs };
  if (roleArn === "" && chain.webIdentityNeeds === "both") return { verdict: "skip", reason: "AWS_ROLE_ARN is not set", inputs };
  if (roleArn === "") return { verdict: "error", inputs, error: { code: "InvalidConfigError", message: NO_ROLE, wire: null } };
  const sessionName = input.sessionName();
  const result = await assumeRoleWithWebIdentity(input, { roleArn, tokenFile, sessionName });
  if ("error" in result) return { verdict: "error", inputs, error: result.error };
  return { verdict: "match", inputs, credentials: result.credentials, about: { roleArn, sessionName } };
};

/** botocore's own text, the missing blank included. */
const NO_ROLE =
  "The provided profile or the current environment is configured to assume role with web identity but has no role ARN configured. Ensure that the profile has the role_arnconfiguration set or the AWS_ROLE_ARN env var is set.";
