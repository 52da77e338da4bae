import { bodyText, NetworkError } from "@irsa-sim/core";
import { type Provider, setVariables } from "./provider.js";

const VARIABLES = [
  "AWS_CONTAINER_CREDENTIALS_FULL_URI",
  "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI",
  "AWS_CONTAINER_AUTHORIZATION_TOKEN",
  "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE",
];

/** The credentials endpoint of ECS and of EKS Pod Identity. */
export const containerProvider: Provider = async ({ environment, files, network, tls, span }) => {
  const inputs = setVariables(environment, VARIABLES);
  const relative = environment.AWS_CONTAINER_CREDENTIALS_RELATIVE_URI || "";
  const url = environment.AWS_CONTAINER_CREDENTIALS_FULL_URI || (relative === "" ? "" : `http://169.254.170.2${relative}`);
  if (url === "") return { verdict: "skip", reason: "no container credentials URI is set", inputs };
  const tokenFile = environment.AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE || "";
  const token = tokenFile === "" ? (environment.AWS_CONTAINER_AUTHORIZATION_TOKEN ?? "") : new TextDecoder().decode(files.read(tokenFile));
  try {
    const response = await network.send({ method: "GET", url, headers: token === "" ? {} : { authorization: token }, body: "" }, span, {
      name: "GetContainerCredentials",
      tls,
    });
    if (response.status !== 200)
      return {
        verdict: "error",
        inputs,
        error: { code: "ContainerCredentialsError", message: `the credentials endpoint answered ${response.status}`, wire: null },
      };
    const body = JSON.parse(bodyText(response)) as {
      readonly AccessKeyId: string;
      readonly SecretAccessKey: string;
      readonly Token: string;
      readonly Expiration: string;
    };
    const credentials = {
      accessKeyId: body.AccessKeyId,
      secretAccessKey: body.SecretAccessKey,
      sessionToken: body.Token,
      expiresAt: Date.parse(body.Expiration),
    };
    return { verdict: "match", inputs, about: {}, credentials };
  } catch (error) {
    if (!(error instanceof NetworkError)) throw error;
    return { verdict: "error", inputs, error: { code: error.code, message: error.message, wire: null } };
  }
};
