import { type ClientRequest, Agent as HttpAgent, request as httpRequest, type IncomingMessage } from "node:http";
import { Agent as HttpsAgent, request as httpsRequest } from "node:https";
import type { TLSSocket } from "node:tls";
import {
  bodyBytes,
  type EpochMillis,
  type HttpRequest,
  type HttpResponse,
  NetworkError,
  type OpenExchange,
  type SendOptions,
  summarizePeer,
} from "@irsa-sim/core";
import { TRACEPARENT } from "./correlation.js";
import { textOrBytes } from "./host-app.js";
import { presentedChain } from "./presented-chain.js";

/** The ports that the simulated hosts share. */
export interface Ports {
  readonly http: number;
  readonly https: number;
}

/** What a request is sent with. */
export interface Sending {
  readonly exchange: OpenExchange;
  readonly options: SendOptions;
  readonly at: EpochMillis;
  readonly traceparent: string;
}

/** Sends requests to the servers on 127.0.0.1. */
export interface SocketClient {
  /** @throws {NetworkError} when the certificate is refused or no response comes */
  send(request: HttpRequest, sending: Sending): Promise<HttpResponse>;
  close(): void;
}

/** A socket that is silent for so long is given up, on the wall clock: nothing here may hang. */
const SOCKET_TIMEOUT_MS = 30_000;

/** Creates the client; TLS connections are kept open for further requests to the same host and trust. */
export function createSocketClient(ports: Ports): SocketClient {
  const http = new HttpAgent({ keepAlive: true });
  const https = new HttpsAgent({ keepAlive: true, maxCachedSessions: 0 });
  return {
    send: (request, sending) =>
      new Promise((resolve, reject) => {
        const outgoing = open({ ports, http, https }, request, sending);
        outgoing.on("response", (incoming) => readResponse(incoming).then(resolve, reject));
        outgoing.on("error", (error: NodeJS.ErrnoException) => reject(toNetworkError(error)));
        outgoing.on("timeout", () => outgoing.destroy(new NetworkError("ETIMEDOUT", `no answer from ${request.url} within ${SOCKET_TIMEOUT_MS} ms`)));
        sendWhenTrusted(outgoing, request, sending);
      }),
    close() {
      http.destroy();
      https.destroy();
    },
  };
}

interface Connections {
  readonly ports: Ports;
  readonly http: HttpAgent;
  readonly https: HttpsAgent;
}

function open({ ports, http, https }: Connections, request: HttpRequest, { traceparent }: Sending): ClientRequest {
  const url = new URL(request.url);
  const common = {
    host: "127.0.0.1",
    method: request.method,
    path: `${url.pathname}${url.search}`,
    headers: { host: url.host, ...request.headers, ...contentLength(request), [TRACEPARENT]: traceparent },
    timeout: SOCKET_TIMEOUT_MS,
  };
  if (url.protocol === "http:") return httpRequest({ ...common, port: ports.http, agent: http });
  // The chain is checked below, at the simulator's time; Node would check it at the wall clock's.
  return httpsRequest({ ...common, port: ports.https, agent: https, servername: url.hostname, rejectUnauthorized: false });
}

function contentLength(request: HttpRequest): Readonly<Record<string, string>> {
  const { byteLength } = bodyBytes(request);
  const isExpected = byteLength > 0 || request.method === "POST" || request.method === "PUT";
  return isExpected && request.headers["content-length"] === undefined ? { "content-length": String(byteLength) } : {};
}

/** Nothing is sent to a server whose certificate was not accepted. */
function sendWhenTrusted(outgoing: ClientRequest, request: HttpRequest, { exchange, options, at }: Sending): void {
  const { protocol, hostname } = new URL(request.url);
  const finish = (): void => {
    outgoing.end(bodyBytes(request));
  };
  if (protocol === "http:") {
    finish();
    return;
  }
  outgoing.on("socket", (socket) => {
    const tls = socket as TLSSocket;
    const check = (): void => {
      try {
        const chain = presentedChain(tls);
        const peer = { host: hostname, chain, at };
        exchange.sawPeer(summarizePeer(peer));
        options.tls?.accept(peer, exchange.span);
        finish();
      } catch (error) {
        outgoing.destroy(error instanceof Error ? error : new Error(String(error)));
      }
    };
    if (tls.connecting || tls.getPeerCertificate().raw === undefined) tls.once("secureConnect", check);
    else check();
  });
}

async function readResponse(incoming: IncomingMessage): Promise<HttpResponse> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const headers = Object.entries(incoming.headers)
    .filter(([name]) => !["connection", "keep-alive", "transfer-encoding"].includes(name))
    .map(([name, value]) => [name, Array.isArray(value) ? value.join(", ") : (value ?? "")] as const);
  return { status: incoming.statusCode ?? 0, headers: Object.fromEntries(headers), body: textOrBytes(Buffer.concat(chunks)) };
}

function toNetworkError(error: NodeJS.ErrnoException): Error {
  if (error.code === "ECONNREFUSED" || error.code === "ECONNRESET") return new NetworkError("ECONNREFUSED", error.message);
  return error;
}
