/** A client of the instance metadata service: a token first, then what is asked for; by an SDK's own rules perhaps again, or without a token. */
import { bodyText, type HttpRequest, type HttpResponse, type Network, NetworkError, type Span } from "@irsa-sim/core";
import type { MetadataTries, MetadataTrouble } from "./metadata-rules.js";

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
  /** Whether it was the token that could not be had. */
  readonly isOfToken: boolean;

  constructor(request: string, status: number) {
    super(`${request} was answered with ${status}`);
    this.status = status;
    this.isOfToken = request.startsWith("PUT ");
  }
}

/** Reads metadata. */
export interface MetadataSession {
  /** @throws {NetworkError | MetadataError} when there is no answer, or another status than 200 */
  get(name: string, path: string, span: Span): Promise<HttpResponse>;
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
export function metadataSession({ network, environment, hopsToNode = POD_HOPS }: MetadataClient, { tries, timeoutMs }: MetadataPatience): MetadataSession {
  const base = `${metadataEndpoint(environment)}/latest`;
  const send = async (name: string, { method, headers }: Pick<HttpRequest, "method" | "headers">, path: string, span: Span): Promise<HttpResponse> => {
    const request = { method, url: `${base}${path}`, headers: { ...headers, [HOPS_HEADER]: String(hopsToNode) }, body: "" };
    const response = await network.send(request, span, { name, timeoutMs });
    if (response.status !== 200) throw new MetadataError(`${method} ${path}`, response.status);
    return response;
  };
  let kept: Headers | null = null;
  const askForToken = async (span: Span): Promise<Headers> => {
    const headers = { "x-aws-ec2-metadata-token-ttl-seconds": String(TOKEN_TTL_SECONDS) };
    try {
      const issued = await tryAgain(
        { tries: tries.token, whileSilent: tries.silentToken ?? tries.token, retried: tries.retriedForToken ?? tries.retried, forToken: true },
        () => send("GetMetadataToken", { method: "PUT", headers }, "/api/token", span),
      );
      kept = { [TOKEN_HEADER]: bodyText(issued) };
      return kept;
    } catch (error) {
      const trouble = troubleOf(error);
      const { forGood, forOnce } = tries.withoutToken;
      const isClosed = tries.mindsV1Switch === true && environment.AWS_EC2_METADATA_V1_DISABLED?.toLowerCase() === "true";
      if (isClosed || trouble === null || (!forGood.includes(trouble) && !forOnce.includes(trouble))) throw error;
      span.note("sdk.metadata-without-token", { trouble });
      if (forGood.includes(trouble)) kept = {};
      return {};
    }
  };
  return {
    async get(name, path, span) {
      if (tries.tokenFor === "document") kept = null;
      const { document, silentDocument = document, retried } = tries;
      return tryAgain({ tries: document, whileSilent: silentDocument, retried, forToken: false }, async () => {
        const headers = kept ?? (await askForToken(span));
        try {
          return await send(name, { method: "GET", headers }, path, span);
        } catch (error) {
          // A token that is not good any more is forgotten.
          if (troubleOf(error) === 401 && tries.keepsToken !== true) kept = null;
          throw error;
        }
      });
    },
  };
}

type Headers = Readonly<Record<string, string>>;

function troubleOf(error: unknown): MetadataTrouble | null {
  if (error instanceof NetworkError) return "silence";
  return error instanceof MetadataError ? error.status : null;
}

interface Stubbornness {
  readonly tries: number;
  readonly whileSilent: number;
  readonly retried: readonly number[];
  readonly forToken: boolean;
}

/** Tries again while nobody answers, or with a status that may pass. */
async function tryAgain<Answer>({ tries, whileSilent, retried, forToken }: Stubbornness, ask: () => Promise<Answer>): Promise<Answer> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await ask();
    } catch (error) {
      const trouble = troubleOf(error);
      // Tried often enough already.
      const isTokens = error instanceof MetadataError && error.isOfToken && !forToken;
      const most = isTokens ? 0 : trouble === "silence" ? whileSilent : trouble !== null && retried.includes(trouble) ? tries : 0;
      if (attempt >= most) throw error;
    }
  }
}
