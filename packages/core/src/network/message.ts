/**
 * HTTP messages as plain, complete values: what the trace shows is what was sent. Where it is asked for, an answer can go on behind its body.
 * Leaves out: streams of requests, trailers and connection headers; `node-host` deals with those on real sockets.
 */

/** Header fields: names in lower case, repeated fields joined by `, ` in the order in which they were sent. */
export type HttpHeaders = { readonly [name: string]: string };

/** A request. */
export interface HttpRequest {
  readonly method: string;
  /** Absolute, with the real host name: `https://sts.eu-west-1.amazonaws.com/`. */
  readonly url: string;
  readonly headers: HttpHeaders;
  /** Text, or bytes where the content is not UTF-8 text; empty text for none. */
  readonly body: string | Uint8Array;
  /** Whether the way back carries an answer that goes on, as a socket's does; in memory answers are complete. */
  readonly takesMore?: boolean;
}

/** A response. */
export interface HttpResponse {
  readonly status: number;
  readonly headers: HttpHeaders;
  readonly body: string | Uint8Array;
  /** What follows the body piece by piece, until it ends or its reader returns; only in answer to a request that takes more. */
  readonly more?: AsyncIterable<string>;
}

/** A message's body as text, decoded as UTF-8. */
export function bodyText(message: { readonly body: string | Uint8Array }): string {
  return typeof message.body === "string" ? message.body : new TextDecoder().decode(message.body);
}

/** A message's body as bytes, encoded as UTF-8. */
export function bodyBytes(message: { readonly body: string | Uint8Array }): Uint8Array {
  return typeof message.body === "string" ? new TextEncoder().encode(message.body) : message.body;
}
