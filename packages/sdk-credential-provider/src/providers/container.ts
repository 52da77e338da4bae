import { bodyText, FileError, NetworkError } from "@irsa-sim/core";
import type { ChainLink } from "../chains/chain.js";
import { type DocumentProblem, readCredentialDocument } from "../credentials-endpoint/credential-document.js";
import { decideContainerEndpoint } from "../credentials-endpoint/decide-container-endpoint.js";
import { localError } from "../load-error.js";
import type { SdkCredentials } from "../sdk-client.js";
import { answerWith } from "./answer-with.js";
import type { Provider, ProviderInput } from "./provider.js";
import { setVariables } from "./set-variables.js";

/** How an SDK takes the credentials endpoint of ECS and of EKS Pod Identity. */
export interface ContainerRules {
  readonly name: string;
  readonly onError: ChainLink["onError"];
  /** Which variable counts when both are set. */
  readonly first?: "relative" | "full";
  /** The SDK's words for a skip. */
  readonly skipText?: string;
  /** Whether blanks and line breaks around the authorization token are cut off. */
  readonly cutsToken?: boolean;
  /** How often it asks in all, once when absent: while nobody answers and after faults of the server, or after whatever else it does not want. */
  readonly attempts?: { readonly count: number; readonly after: "faults" | "anything" };
  /** The SDK's words for an error; `null`, or none at all, for ours. */
  readonly failure?: (failure: ContainerFailure, url: string) => SaidOfContainer | null;
}

/** What went wrong on the way to the endpoint. */
export type ContainerFailure =
  | { readonly why: "host"; readonly hostname: string; readonly isUrl: boolean }
  | { readonly why: "token-file"; readonly path: string; readonly message: string }
  | { readonly why: "line-break" }
  | { readonly why: "document"; readonly problem: DocumentProblem }
  | { readonly why: "status"; readonly status: number; readonly body: string }
  | { readonly why: "unanswered"; readonly error: NetworkError; readonly url: string };

/** What an SDK says of it, and whether it says so before there is a client. */
export interface SaidOfContainer {
  readonly message: string;
  /** The SDK's own name for the error, where it is another than that of what went wrong. */
  readonly code?: string;
  readonly isOfSettings?: boolean;
  /** Ends the chain whatever the link's rule. */
  readonly isFinal?: boolean;
}

const VARIABLES = [
  "AWS_CONTAINER_CREDENTIALS_FULL_URI",
  "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI",
  "AWS_CONTAINER_AUTHORIZATION_TOKEN",
  "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE",
];

/** The credentials endpoint of ECS and of EKS Pod Identity. */
export function container(rules: ContainerRules): ChainLink {
  return { name: rules.name, kind: "container", onError: rules.onError, ask: askContainer(rules) };
}

/** Whether the environment names a credentials endpoint, which keeps some SDKs from the node's metadata. */
export function hasContainerUri(environment: ProviderInput["environment"]): boolean {
  return setVariables(environment, VARIABLES.slice(0, 2)).length > 0;
}

/** Asks the endpoint that the environment names. */
export function askContainer({
  first = "relative",
  skipText = "no container credentials URI is set",
  failure,
  attempts = { count: 1, after: "faults" },
  cutsToken = false,
}: Omit<ContainerRules, "name" | "onError">): Provider {
  return async (input) => {
    const inputs = setVariables(input.environment, VARIABLES);
    const endpoint = decideContainerEndpoint(input.environment, { first, knowsPodIdentity: input.knowsPodIdentity ?? true });
    if (endpoint === null) return { verdict: "skip", reason: skipText, inputs };
    // Go writes this line into its log before it gives up.
    if (input.knowsPodIdentity === false && "error" in endpoint)
      input.span.note("sdk.warning", { message: `Ignoring, HTTP credential provider ${endpoint.error}` });
    const full = input.environment.AWS_CONTAINER_CREDENTIALS_FULL_URI ?? "";
    const host = { why: "host", hostname: hostOf(full), isUrl: URL.canParse(full) } as const;
    const fetched = "error" in endpoint ? { failure: host, ours: endpoint.error } : await tryToFetch(input, { url: endpoint.url, attempts, cutsToken });
    if ("credentials" in fetched) return answerWith({ credentials: fetched.credentials, about: {} }, inputs);
    const said = input.knowsPodIdentity === false ? null : (failure?.(fetched.failure, "url" in endpoint ? endpoint.url : full) ?? null);
    const { code = "ContainerCredentialsError", ours } = fetched;
    const status = fetched.failure.why === "status" ? { containerStatus: fetched.failure.status } : {};
    const unanswered = fetched.failure.why === "unanswered" ? { containerSilence: fetched.failure.error } : {};
    const error = localError(said?.code ?? code, said?.message ?? ours, { isOfSettings: said?.isOfSettings === true, ...status, ...unanswered });
    return { verdict: "error", inputs, error, ...(said?.isFinal === true ? { isFinal: true } : {}) };
  };
}

type Fetched = { readonly credentials: SdkCredentials } | { readonly failure: ContainerFailure; readonly ours: string; readonly code?: string };

const PAUSE_MS = 1000;

async function tryToFetch(
  input: ProviderInput,
  { url, attempts, cutsToken }: { readonly url: string; readonly attempts: NonNullable<ContainerRules["attempts"]>; readonly cutsToken: boolean },
): Promise<Fetched> {
  for (let attempt = 1; ; attempt += 1) {
    const fetched = await fetchCredentials(input, url, cutsToken);
    if ("credentials" in fetched || attempt >= attempts.count || !isWorthAnother(fetched.failure, attempts.after)) return fetched;
    await input.clock.sleep(PAUSE_MS);
  }
}

/** What the container itself lacks is not asked for again. */
function isWorthAnother(failure: ContainerFailure, after: "faults" | "anything"): boolean {
  if (failure.why === "unanswered") return true;
  if (failure.why === "status") return after === "anything" || failure.status >= 500;
  return failure.why === "document" && failure.problem.why === "no-json" && after === "anything";
}

async function fetchCredentials({ environment, files, network, span, tls }: ProviderInput, url: string, cutsToken: boolean): Promise<Fetched> {
  const path = environment.AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE || "";
  try {
    // The file is read anew for each call, and counts before the variable.
    const said = path === "" ? (environment.AWS_CONTAINER_AUTHORIZATION_TOKEN ?? "") : new TextDecoder().decode(files.read(path));
    const token = cutsToken ? said.trim() : said;
    if (/[\r\n]/.test(token)) return { failure: { why: "line-break" }, ours: "the authorization token contains a line break" };
    const headers: Record<string, string> = token === "" ? {} : { authorization: token };
    const response = await network.send({ method: "GET", url, headers, body: "" }, span, { name: "GetContainerCredentials", tls });
    // Go's server ends what it says with a line break, which nobody sees at the end of a message.
    const body = bodyText(response).trimEnd();
    if (response.status === 200) {
      const read = readCredentialDocument(body);
      if ("credentials" in read) return read;
      return { failure: { why: "document", problem: read.problem }, ours: `the credentials endpoint answered without credentials: ${read.problem.text}` };
    }
    return { failure: { why: "status", status: response.status, body }, ours: `the credentials endpoint answered ${response.status}: ${body}` };
  } catch (error) {
    if (error instanceof FileError) return { failure: { why: "token-file", path, message: error.message }, ours: error.message, code: error.code };
    if (error instanceof NetworkError) return { failure: { why: "unanswered", error, url }, ours: error.message, code: error.code };
    throw error;
  }
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname : url;
}
