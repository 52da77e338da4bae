import type { HostDirectory, HttpRequest } from "@irsa-sim/core";
import express, { type Express, type Request, type Response } from "express";
import { type Correlation, TRACEPARENT } from "./correlation.js";
import { writeResponse } from "./write-response.js";

const MAX_BODY = "10mb";
/** Fields that belong to the connection and not to the message (RFC 9110 section 7.6.1). */
const CONNECTION_HEADERS = ["connection", "keep-alive", "transfer-encoding", "upgrade", TRACEPARENT];

/** Creates the express app that stands for all simulated hosts: it finds the host's handler and passes messages on unchanged. */
export function createHostApp(hosts: HostDirectory, correlation: Correlation): Express {
  const app = express();
  app.disable("x-powered-by");
  app.set("etag", false);
  app.use(express.raw({ type: () => true, limit: MAX_BODY, inflate: false }));
  app.use((incoming: Request, outgoing: Response) => answer({ hosts, correlation }, incoming, outgoing));
  return app;
}

interface Parts {
  readonly hosts: HostDirectory;
  readonly correlation: Correlation;
}

async function answer({ hosts, correlation }: Parts, incoming: Request, outgoing: Response): Promise<void> {
  const registration = hosts.resolve(incoming.headers.host ?? "");
  const exchange = correlation.find(String(incoming.headers[TRACEPARENT] ?? ""));
  if (registration === null || exchange === null) {
    outgoing.status(421).end();
    return;
  }
  try {
    writeResponse(await registration.handler(toRequest(incoming), exchange.span), outgoing);
  } catch (error) {
    exchange.fail(error);
    outgoing.status(500).end();
  }
}

function toRequest(incoming: Request): HttpRequest {
  const headers = Object.entries(incoming.headers)
    .filter(([name]) => !CONNECTION_HEADERS.includes(name))
    .map(([name, value]) => [name, Array.isArray(value) ? value.join(", ") : (value ?? "")] as const);
  const body = Buffer.isBuffer(incoming.body) ? incoming.body : Buffer.alloc(0);
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
