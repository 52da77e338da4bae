/**
 * Asks a real API server over HTTPS, as whom the connection says. A library of all of Kubernetes' kinds would be a hundred times as large, for four paths that are read.
 * Leaves out: HTTP/2, redirects and compression, none of which an API server asks for.
 */
import { type Agent, request as httpRequest, type IncomingMessage } from "node:http";
import { request as httpsRequest } from "node:https";
import { type HttpHeaders, type HttpResponse, NetworkError } from "@irsa-sim/core";
import type { ClientCertificate, Connection } from "./connection.js";
import { createAgent } from "./create-agent.js";
import { credentialsOf } from "./credentials-of.js";
import { impersonationHeaders } from "./impersonation-headers.js";
import { toNetworkError } from "./to-network-error.js";

/** A request to an API server; its credentials are the connection's. */
export interface ApiRequest {
  readonly method?: "GET" | "PATCH" | "DELETE";
  /** With the query. */
  readonly path: string;
  readonly headers?: HttpHeaders;
  readonly body?: string;
  readonly signal?: AbortSignal;
}

/** A client of one API server. */
export interface ApiClient {
  readonly connection: Connection;
  /** @throws {NetworkError} when no answer came */
  send(request: ApiRequest): Promise<HttpResponse>;
  /**
   * Watches until something has happened, and answers with the lines so far; with none when the API server ends the watch first.
   *
   * @throws {NetworkError} when no answer came
   */
  watch(request: ApiRequest): Promise<HttpResponse>;
  close(): void;
}

const TIMEOUT_MS = 10_000;
/** An API server is asked to end a watch after so long. */
const WATCH_SECONDS = 240;
/** So long is waited for what is told together with the first line. */
const TOGETHER_MS = 2;
/** Ten thousand service accounts have a tenth of it. */
const MAX_BYTES = 64 * 2 ** 20;

/** Creates a client, which connects with the first request. */
export function createApiClient(connection: Connection): ApiClient {
  const credentials = credentialsOf(connection);
  const impersonated = connection.impersonation === null ? {} : impersonationHeaders(connection.impersonation);
  const isTls = connection.server.startsWith("https:");
  // A program may make another certificate, with which there are no connections yet.
  let kept: { readonly agent: Agent; readonly certificate: ClientCertificate | null } | null = null;
  const agentFor = (certificate: ClientCertificate | null): Agent => {
    if (kept !== null && kept.certificate?.certificate === certificate?.certificate) return kept.agent;
    kept?.agent.destroy();
    kept = { agent: createAgent(connection, certificate), certificate };
    return kept.agent;
  };
  const open = async ({ method = "GET", path, headers = {}, body = "", signal }: ApiRequest, timeoutMs: number): Promise<IncomingMessage> => {
    const { authorization, clientCertificate } = await credentials.current();
    const url = `${connection.server}${path}`;
    const sent = {
      accept: "application/json, */*",
      "user-agent": "irsa-sim",
      ...headers,
      ...(authorization === null ? {} : { authorization }),
      ...impersonated,
    };
    const options = {
      method,
      agent: agentFor(clientCertificate),
      headers: { ...sent, "content-length": String(Buffer.byteLength(body)) },
      timeout: timeoutMs,
      ...(signal === undefined ? {} : { signal }),
    };
    const incoming = await new Promise<IncomingMessage>((resolve, reject) => {
      const outgoing = isTls ? httpsRequest(url, options) : httpRequest(url, options);
      outgoing.on("response", resolve);
      outgoing.on("error", (error: NodeJS.ErrnoException) => reject(toNetworkError(error)));
      outgoing.on("timeout", () => outgoing.destroy(new NetworkError("ETIMEDOUT", `no answer from ${connection.server} within ${timeoutMs / 1000} s`)));
      outgoing.end(body);
    });
    if (incoming.statusCode === 401) credentials.refused();
    return incoming;
  };
  return {
    connection,
    async send(request) {
      const incoming = await open(request, TIMEOUT_MS);
      return toResponse(incoming, await readAll(incoming));
    },
    async watch({ path, ...request }) {
      const incoming = await open({ ...request, path: `${path}&timeoutSeconds=${WATCH_SECONDS}` }, 2 * WATCH_SECONDS * 1000);
      return toResponse(incoming, await (incoming.statusCode === 200 ? readFirstLines(incoming) : readAll(incoming)));
    },
    close: () => kept?.agent.destroy(),
  };
}

function toResponse({ statusCode = 0, headers }: IncomingMessage, body: string): HttpResponse {
  const fields = Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(", ") : (value ?? "")] as const);
  return { status: statusCode, headers: Object.fromEntries(fields), body };
}

/** @throws {NetworkError} when it breaks off */
async function readAll(incoming: IncomingMessage): Promise<string> {
  const { text, error } = await read(incoming, () => false);
  if (error !== null) throw toNetworkError(error);
  if (!incoming.complete) throw new NetworkError("ECONNREFUSED", "the connection was closed in the middle of an answer");
  return text;
}

/** Whole lines alone: what a broken line would have told is told by the next watch, as is what comes after a connection that was cut. */
async function readFirstLines(incoming: IncomingMessage): Promise<string> {
  const { text, error } = await read(incoming, (soFar) => soFar.includes("\n"));
  if (error instanceof NetworkError) throw error;
  return text.slice(0, text.lastIndexOf("\n") + 1);
}

interface Read {
  readonly text: string;
  readonly error: NodeJS.ErrnoException | null;
}

/** Reads to the end, or to a moment behind that at which there is enough. */
function read(incoming: IncomingMessage, isEnough: (text: string) => boolean): Promise<Read> {
  return new Promise((resolve) => {
    let text = "";
    let error: Read["error"] = null;
    let stop: NodeJS.Timeout | null = null;
    incoming.setEncoding("utf8");
    incoming.on("data", (chunk: string) => {
      text += chunk;
      if (text.length > MAX_BYTES) incoming.destroy(new NetworkError("ECONNREFUSED", `an answer of more than ${MAX_BYTES} bytes`));
      else if (isEnough(text)) stop ??= setTimeout(() => incoming.destroy(), TOGETHER_MS);
    });
    incoming.on("error", (found: NodeJS.ErrnoException) => {
      error = found;
    });
    incoming.on("close", () => {
      if (stop !== null) clearTimeout(stop);
      resolve({ text, error });
    });
  });
}
