import { createServer as createHttpServer, type Server } from "node:http";
import { createServer as createHttpsServer } from "node:https";
import type { AddressInfo, Socket } from "node:net";
import { createSecureContext, type SecureContext } from "node:tls";
import type { ServerCertificate } from "@irsa-sim/core";
import { createHostApp, type SocketHandler } from "./host-app.js";
import { PortTakenError } from "./port-taken-error.js";

/** What listens, and where. */
export interface ListenerOptions {
  /** Any free one when absent, or 0. */
  readonly port?: number;
  /** An IP address of this machine; 127.0.0.1 when absent. */
  readonly address?: string;
  /** The certificate for a server name (SNI), or for a client that says none; with it the listener speaks TLS. */
  readonly certificateFor?: (serverName: string | null) => ServerCertificate | null;
  readonly answer: SocketHandler;
  /** Told of what `answer` throws; the client gets a 500. */
  readonly onError: (error: unknown) => void;
}

/** A server that listens. */
export interface Listener {
  readonly port: number;
  /** Closes it and all its connections. */
  close(): Promise<void>;
}

const LOOPBACK = "127.0.0.1";
/** A client that is slower than these is given up, so that nobody holds the server by saying nothing. */
const LIMITS = { headersTimeout: 10_000, requestTimeout: 60_000, connectionsCheckingInterval: 2_000, keepAliveTimeout: 60_000 };
const HANDSHAKE_TIMEOUT_MS = 10_000;
const MAX_CONNECTIONS = 512;

/**
 * Starts a server, plain or with TLS.
 *
 * @throws {PortTakenError} `ERR_PORT_TAKEN` when somebody else listens there
 * @example
 * const listener = await startListener({ answer: async () => ({ status: 200, headers: {}, body: "here" }), onError: report });
 * await fetch(`http://127.0.0.1:${listener.port}/`);
 * await listener.close();
 */
export async function startListener({ port = 0, address = LOOPBACK, certificateFor, answer, onError }: ListenerOptions): Promise<Listener> {
  const app = createHostApp(answer, onError);
  const server = certificateFor === undefined ? createHttpServer(LIMITS, app) : createHttpsServer({ ...LIMITS, ...tlsOptions(certificateFor) }, app);
  server.maxConnections = MAX_CONNECTIONS;
  const connections = new Set<Socket>();
  server.on("connection", (socket) => {
    connections.add(socket);
    socket.once("close", () => connections.delete(socket));
  });
  return { port: await listen(server, port, address), close: () => close(server, connections) };
}

function tlsOptions(certificateFor: NonNullable<ListenerOptions["certificateFor"]>) {
  const contexts = new WeakMap<ServerCertificate, SecureContext>();
  const contextOf = (certificate: ServerCertificate): SecureContext => {
    const context = contexts.get(certificate) ?? createSecureContext(pemOf(certificate));
    contexts.set(certificate, context);
    return context;
  };
  const unnamed = certificateFor(null);
  return {
    handshakeTimeout: HANDSHAKE_TIMEOUT_MS,
    ...(unnamed === null ? {} : pemOf(unnamed)),
    SNICallback(name: string, done: (error: Error | null, context?: SecureContext) => void): void {
      const certificate = certificateFor(name);
      if (certificate === null) done(new Error(`no certificate for ${name}`));
      else done(null, contextOf(certificate));
    },
  };
}

function pemOf({ chain, privateKey }: ServerCertificate) {
  return { cert: chain.join(""), key: privateKey };
}

function listen(server: Server, port: number, address: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(error.code === "EADDRINUSE" ? new PortTakenError(port, address) : error));
    server.listen(port, address, () => resolve((server.address() as AddressInfo).port));
  });
}

/** A connection in the middle of its handshake is none that the server knows of yet. */
function close(server: Server, connections: ReadonlySet<Socket>): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
    for (const connection of connections) connection.destroy();
  });
}
