import { createServer as createHttpServer, type Server } from "node:http";
import { createServer as createHttpsServer } from "node:https";
import type { AddressInfo } from "node:net";
import { createSecureContext, type SecureContext } from "node:tls";
import type { ServerCertificate } from "@irsa-sim/core";
import { type ConnectionLimits, DEFAULT_LIMITS, serverLimits, unreadLimitMs } from "./connections/connection-limits.js";
import type { CutOff } from "./connections/cut-off.js";
import { guardConnections } from "./connections/guard-connections.js";
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
  /** What is put up with; what nobody who is served well comes near when absent. */
  readonly limits?: Partial<ConnectionLimits>;
  /** Told of each client that was cut off, or went away in the middle. */
  readonly onCutOff?: (why: CutOff) => void;
}

/** A server that listens. */
export interface Listener {
  readonly port: number;
  /** Closes it and all its connections. */
  close(): Promise<void>;
}

const LOOPBACK = "127.0.0.1";

/**
 * Starts a server, plain or with TLS.
 *
 * @throws {PortTakenError} `ERR_PORT_TAKEN` when somebody else listens there
 * @example
 * const listener = await startListener({ answer: async () => ({ status: 200, headers: {}, body: "here" }), onError: report });
 * await fetch(`http://127.0.0.1:${listener.port}/`);
 * await listener.close();
 */
export async function startListener(options: ListenerOptions): Promise<Listener> {
  const { port = 0, address = LOOPBACK, certificateFor, answer, onError, onCutOff = () => {} } = options;
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const app = createHostApp({ answer, onError, onCutOff, maxHeldBytes: limits.maxHeldBytes, unreadLimitMs: unreadLimitMs(limits) });
  const settings = serverLimits(limits);
  const server =
    certificateFor === undefined
      ? createHttpServer(settings, app)
      : createHttpsServer({ ...settings, handshakeTimeout: limits.patienceMs, ...tlsOptions(certificateFor) }, app);
  const closeAll = guardConnections(server, { maxConnections: limits.maxConnections, onCutOff });
  return { port: await listen(server, port, address), close: () => close(server, closeAll) };
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

function close(server: Server, closeAll: () => void): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
    closeAll();
  });
}
