import type { HttpRequest, HttpResponse } from "@irsa-sim/core";
import express, { type ErrorRequestHandler, type Express, type Request, type Response } from "express";
import type { CutOff } from "./connections/cut-off.js";
import { createHeldBytes } from "./connections/held-bytes.js";
import { readBody } from "./read-body.js";
import { writeResponse } from "./write-response.js";

const MAX_BODY_BYTES = 16 * 2 ** 20;
/** So long a client waits that gets no answer, unless it gives up before. */
const SILENCE_MS = 60_000;
/** Fields that belong to the connection and not to the message (RFC 9110 section 7.6.1). */
const CONNECTION_HEADERS = ["connection", "keep-alive", "transfer-encoding", "upgrade"];

/** What comes back over a socket: a response, or what a network does that brings none. `misdirected` is for a host that nobody answers for. */
export type SocketAnswer = HttpResponse | "misdirected" | "reset" | "silence";

/** Answers a request as it came over a socket; its URL has the host that the client named. */
export type SocketHandler = (request: HttpRequest) => Promise<SocketAnswer>;

/** What an app is made from. */
export interface HostAppOptions {
  readonly answer: SocketHandler;
  /** How many bytes of bodies that are under way may be held. */
  readonly maxHeldBytes: number;
  /** How long an answer may be left unread, in milliseconds. */
  readonly unreadLimitMs: number;
  /** Told of each client that was cut off. */
  readonly onCutOff: (why: CutOff) => void;
  /** Told of what `answer` throws. */
  readonly onError: (error: unknown) => void;
}

/** Creates the express app that passes messages on unchanged. */
export function createHostApp({ answer, maxHeldBytes, unreadLimitMs, onCutOff, onError }: HostAppOptions): Express {
  const held = createHeldBytes(maxHeldBytes);
  const onUnread = (outgoing: Response): void => {
    outgoing.setTimeout(unreadLimitMs, () => {
      onCutOff("slow");
      outgoing.destroy();
    });
  };
  const app = express();
  app.disable("x-powered-by");
  app.set("etag", false);
  app.use(async (incoming: Request, outgoing: Response) => {
    const request = toRequest(incoming, await readBody(incoming, MAX_BODY_BYTES, held));
    if (!URL.canParse(request.url)) return refuse(outgoing, 400);
    const answered = await answer(request);
    if (typeof answered !== "string" && answered.more === undefined) onUnread(outgoing);
    reply(answered, outgoing);
  });
  app.use(refuseBroken({ onCutOff, onError }));
  return app;
}

const CUT_OFF_BY_STATUS: Readonly<Record<number, CutOff>> = { 413: "too-long", 503: "busy" };

/** Express tells a body that is too long, or broken off, by a status; anything else is a fault of ours. */
function refuseBroken({ onCutOff, onError }: Pick<HostAppOptions, "onCutOff" | "onError">): ErrorRequestHandler {
  // Express knows an error handler by its four parameters.
  return (error: { readonly status?: number }, _incoming, outgoing, _next) => {
    const why = CUT_OFF_BY_STATUS[error.status ?? 0];
    if (why !== undefined) onCutOff(why);
    if (error.status === undefined) onError(error);
    if (outgoing.headersSent) outgoing.destroy();
    else refuse(outgoing, error.status ?? 500);
  };
}

/** What is left of a refused request is not read. */
function refuse(outgoing: Response, status: number): void {
  outgoing.set("connection", "close").status(status).end();
}

function toRequest(incoming: Request, body: Uint8Array): HttpRequest {
  const headers = Object.entries(incoming.headers)
    .filter(([name]) => !CONNECTION_HEADERS.includes(name))
    .map(([name, value]) => [name, Array.isArray(value) ? value.join(", ") : (value ?? "")] as const);
  return {
    method: incoming.method,
    url: `${incoming.protocol}://${incoming.headers.host}${incoming.originalUrl}`,
    headers: Object.fromEntries(headers),
    body: textOrBytes(body),
  };
}

/** Text where the bytes are UTF-8, as the in-memory network would pass it on. */
export function textOrBytes(body: Uint8Array): string | Uint8Array {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(body);
  } catch (error) {
    if (error instanceof TypeError) return new Uint8Array(body);
    throw error;
  }
}

function reply(answer: SocketAnswer, outgoing: Response): void {
  if (answer === "misdirected") outgoing.status(421).end();
  else if (answer === "reset") outgoing.destroy();
  else if (answer === "silence") outgoing.setTimeout(SILENCE_MS, () => outgoing.destroy());
  else writeResponse(answer, outgoing);
}
