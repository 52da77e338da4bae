import { bodyText, FileError, NetworkError } from "@irsa-sim/core";
import type { ChainLink } from "../chains/chain.js";
import { parseCredentialDocument } from "../credentials-endpoint/credential-document.js";
import { decideContainerEndpoint } from "../credentials-endpoint/decide-container-endpoint.js";
import { localError } from "../load-error.js";
import { answerWith } from "./answer-with.js";
import type { Loaded, Provider, ProviderInput } from "./provider.js";
import { setVariables } from "./set-variables.js";

/** How an SDK takes the credentials endpoint of ECS and of EKS Pod Identity. */
export interface ContainerRules {
  readonly name: string;
  readonly onError: ChainLink["onError"];
  /** Which variable counts when both are set. */
  readonly first?: "relative" | "full";
  /** The SDK's words for a skip. */
  readonly skipText?: string;
}

const VARIABLES = [
  "AWS_CONTAINER_CREDENTIALS_FULL_URI",
  "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI",
  "AWS_CONTAINER_AUTHORIZATION_TOKEN",
  "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE",
];

/** The credentials endpoint of ECS and of EKS Pod Identity. */
export function container({ name, onError, first = "relative", skipText }: ContainerRules): ChainLink {
  return { name, kind: "container", onError, ask: askContainer(first, skipText) };
}

/** Whether the environment names a credentials endpoint, which keeps some SDKs from the node's metadata. */
export function hasContainerUri(environment: ProviderInput["environment"]): boolean {
  return setVariables(environment, VARIABLES.slice(0, 2)).length > 0;
}

/** Asks the endpoint that the environment names. */
export function askContainer(first: NonNullable<ContainerRules["first"]>, skipText = "no container credentials URI is set"): Provider {
  return async (input) => {
    const inputs = setVariables(input.environment, VARIABLES);
    const endpoint = decideContainerEndpoint(input.environment, { first, knowsPodIdentity: input.knowsPodIdentity ?? true });
    if (endpoint === null) return { verdict: "skip", reason: skipText, inputs };
    // Go writes this line into its log before it gives up.
    if (input.knowsPodIdentity === false && "error" in endpoint)
      input.span.note("sdk.warning", { message: `Ignoring, HTTP credential provider ${endpoint.error}` });
    const loaded = "error" in endpoint ? { error: localError("ContainerCredentialsError", endpoint.error) } : await fetchCredentials(input, endpoint.url);
    return answerWith(loaded, inputs);
  };
}

async function fetchCredentials(input: ProviderInput, url: string): Promise<Loaded> {
  try {
    const token = readAuthorization(input);
    if (/[\r\n]/.test(token)) return { error: localError("ContainerCredentialsError", "the authorization token contains a line break") };
    const headers: Record<string, string> = token === "" ? {} : { authorization: token };
    const response = await input.network.send({ method: "GET", url, headers, body: "" }, input.span, { name: "GetContainerCredentials", tls: input.tls });
    if (response.status !== 200)
      return { error: localError("ContainerCredentialsError", `the credentials endpoint answered ${response.status}: ${bodyText(response)}`) };
    return { credentials: parseCredentialDocument(bodyText(response)), about: {} };
  } catch (error) {
    if (error instanceof NetworkError || error instanceof FileError) return { error: localError(error.code, error.message) };
    throw error;
  }
}

/** The file is read anew for each call, and counts before the variable. */
function readAuthorization({ environment, files }: ProviderInput): string {
  const path = environment.AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE || "";
  return path === "" ? (environment.AWS_CONTAINER_AUTHORIZATION_TOKEN ?? "") : new TextDecoder().decode(files.read(path));
}
