import { bodyText, NetworkError } from "@irsa-sim/core";
import type { ChainLink } from "../chains/chain.js";
import { type DocumentProblem, readCredentialDocument } from "../credentials-endpoint/credential-document.js";
import { MetadataError, metadataEndpoint } from "../imds/metadata-session.js";
import { type ErrorDetails, localError } from "../load-error.js";
import { hasContainerUri } from "./container.js";
import type { Provider, ProviderInput } from "./provider.js";
import { setVariables } from "./set-variables.js";

/** How an SDK takes the node's role. */
export interface ImdsRules {
  readonly name: string;
  readonly onError: ChainLink["onError"];
  /** Whether a container credentials URI keeps the SDK from the metadata. */
  readonly unlessContainer?: boolean;
  /** What in `AWS_EC2_METADATA_DISABLED` switches the metadata off: `true`, or anything but `false`. */
  readonly disabledBy?: "true" | "not-false";
  /** The SDK's words when the metadata has nothing. */
  readonly failureText?: (failure: MetadataFailure) => string;
  /** The SDK's words where the metadata is switched off. */
  readonly disabledText?: string;
  /** Which failures end the chain, as errors; none when absent. */
  readonly finalFailure?: (failure: MetadataFailure) => boolean;
  /** Whether a list without a role ends it; else the role without a name is asked for. */
  readonly stopsAtEmptyList?: boolean;
  /** The error with which a document that gives no credentials ends the chain; `null`, or absent, where the metadata then has nothing. */
  readonly documentError?: (problem: DocumentProblem) => { readonly code: string; readonly message: string } | null;
  /** Whether that is an error of its own, instead of a provider that takes no part. */
  readonly failureIsError?: boolean;
}

/** What the metadata service did not give. */
export interface MetadataFailure {
  readonly error: NetworkError | MetadataError;
  /** In our words. */
  readonly message: string;
  /** Of what was asked for last. */
  readonly url: string;
}

/** Why the metadata is not asked by SDKs that take either endpoint or metadata. */
export const CONTAINER_URI_IS_SET = "a container credentials URI is set";

const CREDENTIALS_PATH = "/meta-data/iam/security-credentials/";
const VARIABLES = ["AWS_EC2_METADATA_DISABLED", "AWS_EC2_METADATA_SERVICE_ENDPOINT"];

/** The node's role, by way of its instance metadata. */
export function imds(rules: ImdsRules): ChainLink {
  return { name: rules.name, kind: "imds", onError: rules.onError, ask: askImds(rules) };
}

/** Asks the instance metadata for the node's credentials; a node that does not answer is no match. */
export function askImds({
  unlessContainer,
  disabledBy = "true",
  failureText = inOurWords,
  failureIsError = false,
  disabledText,
  finalFailure,
  stopsAtEmptyList = false,
  documentError = () => null,
}: Omit<ImdsRules, "name" | "onError">): Provider {
  return async (input) => {
    const inputs = setVariables(input.environment, VARIABLES);
    const disabled = (input.environment.AWS_EC2_METADATA_DISABLED ?? "").toLowerCase();
    if (disabledBy === "true" ? disabled === "true" : disabled !== "" && disabled !== "false") {
      const reason = disabledText ?? `AWS_EC2_METADATA_DISABLED is ${disabled}`;
      if (!failureIsError) return { verdict: "skip", reason, inputs };
      return { verdict: "error", inputs, error: localError("NoCredentials", reason, { isMetadataDisabled: true }) };
    }
    if (unlessContainer && hasContainerUri(input.environment)) return { verdict: "skip", reason: CONTAINER_URI_IS_SET, inputs };
    try {
      const { name, ...read } = await fetchCredentials(input, stopsAtEmptyList);
      if ("credentials" in read) return { verdict: "match", inputs, credentials: read.credentials, about: { roleName: name } };
      const said = documentError(read.problem);
      if (said !== null) return { verdict: "error", inputs, isFinal: true, error: localError(said.code, said.message) };
      const reason = `instance metadata: no credentials in the document: ${read.problem.text}`;
      return failureIsError ? { verdict: "error", inputs, error: localError("NoCredentials", reason) } : { verdict: "skip", reason, inputs };
    } catch (error) {
      if (!(error instanceof NetworkError) && !(error instanceof MetadataError)) throw error;
      const url = `${metadataEndpoint(input.environment)}/latest${CREDENTIALS_PATH}`;
      const failure = { error, message: error.message, url };
      const reason = failureText(failure);
      if (finalFailure?.(failure)) return { verdict: "error", inputs, isFinal: true, error: localError("MetadataError", reason, detailsOf(error, url)) };
      if (!failureIsError) return { verdict: "skip", reason, inputs };
      return { verdict: "error", inputs, error: localError("NoCredentials", reason, detailsOf(error, url)) };
    }
  };
}

function inOurWords({ message }: MetadataFailure): string {
  return `instance metadata: ${message}`;
}

async function fetchCredentials(
  { metadata, span }: ProviderInput,
  stopsAtEmptyList: boolean,
): Promise<{ readonly name: string } & ReturnType<typeof readCredentialDocument>> {
  const name = bodyText(await metadata.get("GetNodeRoleName", CREDENTIALS_PATH, span)).trim();
  if (name === "" && stopsAtEmptyList) return { name, problem: { why: "failed", text: "the list of roles is empty" } };
  const response = await metadata.get("GetNodeCredentials", `${CREDENTIALS_PATH}${name}`, span);
  return { name, ...readCredentialDocument(bodyText(response)) };
}

function detailsOf(error: MetadataFailure["error"], url: string): ErrorDetails {
  if (error instanceof MetadataError) return { metadataStatus: error.status, isOfMetadataToken: error.isOfToken };
  return { unanswered: { method: "GET", url, error }, isCancelled: error.code === "ETIMEDOUT" };
}
