/** A client of the instance metadata service: a token first, then what is asked for; by an SDK's own rules perhaps again, or without a token. */
import { bodyText, type HttpRequest, type HttpResponse, type Network, NetworkError, type Span } from "@irsa-sim/core";
import type { MetadataTries } from "./metadata-rules.js";

const DEFAULT_ENDPOINT = "http://169.254.169.254";
const TOKEN_HEADER = "x-aws-ec2-metadata-token";
const TOKEN_TTL_SECONDS = 21_600;
const POD_HOPS = 2;

/**
 * How far the sender is from the node, in hops.
 * Differs from IP, where each router takes one from a packet's time to live: messages here have no packets, so the request says it in a header.
 */
export const HOPS_HEADER = "x-irsa-sim-hops";

/** The metadata service answered, but not with what was asked for. */
export class MetadataError extends Error {
  readonly status: number;

  constructor(request: string, status: number) {
    super(`${request} was answered with ${status}`);
    this.status = status;
  }
}

/** Reads metadata. */
export interface MetadataSession {
  /** @throws {NetworkError | MetadataError} when there is no answer, or another status than 200 */
  get(name: string, path: string): Promise<HttpResponse>;
}

/** Who asks. */
export interface MetadataClient {
  readonly network: Network;
  /** `AWS_EC2_METADATA_SERVICE_ENDPOINT` names another service. */
  readonly environment: Readonly<Record<string, string>>;
  readonly hopsToNode?: number;
}

/** How it asks. */
export interface MetadataPatience {
  readonly tries: MetadataTries;
  /** For one try. */
  readonly timeoutMs: number;
}

/** Where an SDK finds the service. */
export function metadataEndpoint(environment: MetadataClient["environment"]): string {
  return (environment.AWS_EC2_METADATA_SERVICE_ENDPOINT || DEFAULT_ENDPOINT).replace(/\/$/, "");
}

/** Opens a session, which asks for its token when it is needed. */
export function metadataSession(
  { network, environment, hopsToNode = POD_HOPS }: MetadataClient,
  { tries, timeoutMs }: MetadataPatience,
  span: Span,
): MetadataSession {
  const base = `${metadataEndpoint(environment)}/latest`;
  const send = async (name: string, { method, headers }: Pick<HttpRequest, "method" | "headers">, path: string): Promise<HttpResponse> => {
    const request = { method, url: `${base}${path}`, headers: { ...headers, [HOPS_HEADER]: String(hopsToNode) }, body: "" };
    const response = await network.send(request, span, { name, timeoutMs });
    if (response.status !== 200) throw new MetadataError(`${method} ${path}`, response.status);
    return response;
  };
  const askForToken = async (): Promise<Headers> => {
    const headers = { "x-aws-ec2-metadata-token-ttl-seconds": String(TOKEN_TTL_SECONDS) };
    try {
      const issued = await whileSilent(tries.token, () => send("GetMetadataToken", { method: "PUT", headers }, "/api/token"));
      return { [TOKEN_HEADER]: bodyText(issued) };
    } catch (error) {
      if (!goesOnWithoutToken(tries, error)) throw error;
      span.note("sdk.metadata-without-token", { message: String((error as Error).message) });
      return {};
    }
  };
  const tokens = createTokens(askForToken, tries.tokenFor);
  return {
    async get(name, path) {
      tokens.beginDocument();
      return whileSilent(tries.document, async () => send(name, { method: "GET", headers: await tokens.forTry() }, path));
    },
  };
}

type Headers = Readonly<Record<string, string>>;

/** Asks anew as often as the rule says, and hands out what it was given in between. */
function createTokens(ask: () => Promise<Headers>, tokenFor: MetadataTries["tokenFor"]) {
  let kept: Headers | null = null;
  return {
    beginDocument(): void {
      if (tokenFor === "document") kept = null;
    },
    async forTry(): Promise<Headers> {
      if (kept !== null) return kept;
      const headers = await ask();
      if (tokenFor !== "try" || TOKEN_HEADER in headers) kept = headers;
      return headers;
    },
  };
}

function goesOnWithoutToken({ withoutToken }: MetadataTries, error: unknown): boolean {
  if (error instanceof NetworkError) return withoutToken.includes("silence");
  return error instanceof MetadataError && withoutToken.includes(error.status);
}

/** Tries again while nobody answers; an answer of any status ends it. */
async function whileSilent<Answer>(tries: number, ask: () => Promise<Answer>): Promise<Answer> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof NetworkError) || attempt >= tries) throw error;
    }
  }
}
