/** The control API: time, faults, the trace and a new beginning, for who is on this machine. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { SimulatorError } from "@irsa-sim/core";
import { DEFAULT_LIMITS, guardConnections, PortTakenError, serverLimits } from "@irsa-sim/node-host";
import { shortenSecrets } from "@irsa-sim/trace-views";
import { UsageError } from "../../usage-error.js";
import type { CutOffLog } from "../cut-off-log.js";
import type { LivePage } from "../page/live-page.js";
import type { Session } from "../session.js";
import { answerControl } from "./answer-control.js";
import { findControlProblem } from "./find-control-problem.js";
import { followReport } from "./follow-report.js";

/** How the control API is served. */
export interface ControlOptions {
  /** Any free one for 0. */
  readonly port: number;
  /** How long a client may take for a request's headers, in milliseconds. */
  readonly patienceMs: number;
  /** How often clients were cut off, by where and why; it grows. */
  readonly cutOffs: CutOffLog["counts"];
  /** `null` where none is served. */
  readonly page: LivePage | null;
}

/** The control API, as it listens. */
export interface ControlServer {
  readonly url: string;
  close(): Promise<void>;
}

/** Nothing is kept, and nobody else frames or reads it. */
const HEADERS = { "cache-control": "no-store", "cross-origin-resource-policy": "same-origin", "x-content-type-options": "nosniff", "x-frame-options": "DENY" };
const MAX_BODY_LETTERS = 65_536;
/** Who reads so slowly that this much waits is no longer followed. */
const MAX_WAITING_BYTES = 4 * 2 ** 20;

/**
 * Serves the control API on 127.0.0.1, whatever else listens elsewhere.
 *
 * @throws {PortTakenError} `ERR_PORT_TAKEN`
 */
export async function serveControl(session: Session, { port: wanted, patienceMs, cutOffs, page }: ControlOptions): Promise<ControlServer> {
  let port = wanted;
  const limits = { ...DEFAULT_LIMITS, patienceMs };
  const server = createServer(serverLimits(limits), (request, response) => {
    void answer(request, response, { session, port, cutOffs, page });
  });
  const closeAll = guardConnections(server, { maxConnections: limits.maxConnections, onCutOff: () => {} });
  port = await new Promise<number>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(error.code === "EADDRINUSE" ? new PortTakenError(wanted, "127.0.0.1") : error));
    server.listen(wanted, "127.0.0.1", () => resolve((server.address() as AddressInfo).port));
  });
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        closeAll();
      }),
  };
}

interface Serving {
  readonly session: Session;
  readonly port: number;
  readonly cutOffs: CutOffLog["counts"];
  readonly page: LivePage | null;
}

async function answer(request: IncomingMessage, response: ServerResponse, { session, port, cutOffs, page }: Serving): Promise<void> {
  const method = request.method ?? "GET";
  const problem = findControlProblem({ method, headers: request.headers }, port);
  if (problem !== null) return send(response, 403, { error: problem });
  const { pathname, searchParams } = new URL(request.url ?? "/", "http://localhost");
  if (method === "GET" && pathname === "/trace") return follow(session, response);
  if (method === "GET" && page !== null && pathname in ON_PAGE) return sendPage(response, page, ON_PAGE[pathname] as PagePart);
  if (method === "GET" && page !== null && pathname === "/report/changes") {
    beginStream(response);
    const since = String(request.headers["last-event-id"] ?? searchParams.get("since") ?? "");
    return followReport(session, page.changes, { response, since });
  }
  try {
    const { status, body } = await answerControl({ session, cutOffs }, { method, path: pathname, body: await readBody(request) });
    send(response, status, body);
  } catch (error) {
    if (error instanceof SimulatorError) send(response, 400, { error: error.message, ...(error.hint === null ? {} : { hint: error.hint }) });
    else {
      send(response, 500, { error: "a fault of the simulator's own, which it tells on standard error" });
      session.onError(error);
    }
  }
}

/** What the page is served at, and what it asks for. */
type PagePart = "html" | "report";
const ON_PAGE: Readonly<Record<string, PagePart>> = { "/ui": "html", "/report": "report" };
const PAGE_TYPES: Readonly<Record<PagePart, string>> = { html: "text/html; charset=utf-8", report: "application/json" };

function sendPage(response: ServerResponse, page: LivePage, part: PagePart): void {
  response.writeHead(200, { ...HEADERS, "content-type": PAGE_TYPES[part] }).end(page[part]());
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { ...HEADERS, "content-type": "application/json" }).end(`${JSON.stringify(body, null, 2)}\n`);
}

async function readBody(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of request) {
    text += String(chunk);
    if (text.length > MAX_BODY_LETTERS) throw new UsageError(`a body has at most ${MAX_BODY_LETTERS} letters`);
  }
  return text;
}

function beginStream(response: ServerResponse): void {
  response.writeHead(200, { ...HEADERS, "content-type": "text/event-stream" }).flushHeaders();
}

/** Events as they come, as server-sent events: `recorded` for each, and `ended` once more for an exchange that was answered. */
function follow(session: Session, response: ServerResponse): void {
  beginStream(response);
  const leave = session.onEvent((event, moment) => {
    response.write(`event: ${moment}\nid: ${event.seq}\ndata: ${shortenSecrets(JSON.stringify(event))}\n\n`);
    if (response.writableLength > MAX_WAITING_BYTES) response.destroy();
  });
  response.once("close", leave);
}
