/**
 * What carries the requests of a client of the AWS SDK for JavaScript v3, in place of the SDK's own over sockets: its option `requestHandler`.
 * Leaves out: HTTP/2, event streams, and bodies that are sent before they are whole.
 * @see https://github.com/smithy-lang/smithy-typescript, packages/types: HttpHandler
 */
import { Readable } from "node:stream";
import type { HttpRequest, HttpResponse } from "@irsa-sim/core";

/** A request as the SDK hands it over. */
export interface SdkRequest {
  readonly method: string;
  readonly protocol: string;
  readonly hostname: string;
  readonly port?: number;
  readonly path: string;
  readonly query?: Readonly<Record<string, string | string[] | null>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** A response as the SDK takes it. */
export interface SdkResponse {
  readonly statusCode: number;
  readonly headers: Record<string, string>;
  /** A stream of Node's, which whoever only sees the types need not know. */
  readonly body: unknown;
}

/** The option `requestHandler` of a client of the AWS SDK for JavaScript v3. */
export interface SdkRequestHandler {
  handle(request: SdkRequest): Promise<{ readonly response: SdkResponse }>;
  updateHttpClientConfig(key: never, value: never): void;
  httpHandlerConfigs(): Record<string, never>;
  destroy(): void;
}

/** What answers in the world, or a word for how nothing came back. */
export type Answer = (request: HttpRequest) => Promise<HttpResponse | "misdirected" | "reset" | "silence">;

/** Creates a handler that asks `answer`. */
export function createSdkRequestHandler(answer: Answer): SdkRequestHandler {
  return {
    async handle(request) {
      const answered = await answer({ method: request.method, url: urlOf(request), headers: headersOf(request), body: await bodyOf(request.body) });
      if (typeof answered === "string") throw errorFor(answered, request.hostname);
      const { status, headers, body } = answered;
      return { response: { statusCode: status, headers: { ...headers }, body: Readable.from(body.length === 0 ? [] : [Buffer.from(body)]) } };
    },
    updateHttpClientConfig: () => {},
    httpHandlerConfigs: () => ({}),
    destroy: () => {},
  };
}

/** Query as the SDK signs it: names in order, everything but unreserved characters encoded. */
function urlOf({ protocol, hostname, port, path, query = {} }: SdkRequest): string {
  const names = Object.keys(query).sort();
  const pairs = names.flatMap((name) => {
    const values = [query[name]].flat();
    return values.map((value) => (value === null || value === undefined ? encode(name) : `${encode(name)}=${encode(value)}`));
  });
  return `${protocol}//${hostname}${port === undefined ? "" : `:${port}`}${path}${pairs.length === 0 ? "" : `?${pairs.join("&")}`}`;
}

function encode(text: string): string {
  return encodeURIComponent(text).replaceAll(/[!'()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);
}

function headersOf({ headers }: SdkRequest): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]));
}

/** Text and bytes as they are; a stream to its end. */
async function bodyOf(body: unknown): Promise<string | Uint8Array> {
  if (body === undefined || body === null) return "";
  if (typeof body === "string" || body instanceof Uint8Array) return body;
  if (body instanceof ArrayBuffer) return new Uint8Array(body);
  const chunks: Uint8Array[] = [];
  for await (const chunk of body as AsyncIterable<string | Uint8Array>) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks);
}

/** As Node's sockets would say it, so that the SDK decides for itself whether it tries again. */
function errorFor(answer: "misdirected" | "reset" | "silence", host: string): Error {
  if (answer === "misdirected") return Object.assign(new Error(`getaddrinfo ENOTFOUND ${host}`), { code: "ENOTFOUND" });
  if (answer === "reset") return Object.assign(new Error("socket hang up"), { code: "ECONNRESET" });
  return Object.assign(new Error(`no answer from ${host}`), { name: "TimeoutError", code: "ETIMEDOUT" });
}
