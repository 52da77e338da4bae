import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { Server as TlsServer } from "node:https";
import type { Socket } from "node:net";
import { type CutOff, nameCutOff } from "./cut-off.js";

/** What a server's connections are kept within. */
export interface GuardOptions {
  readonly maxConnections: number;
  /** Told of each client that was cut off, or went away in the middle. */
  readonly onCutOff: (why: CutOff) => void;
}

/**
 * Keeps a server's connections within bounds: when there are too many, the one goes that has been idle the longest, so that whoever opens connections and
 * says nothing keeps nobody out.
 *
 * @returns what closes all connections, those in the middle of a handshake too, of which the server does not know yet
 */
export function guardConnections(server: Server | TlsServer, { maxConnections, onCutOff }: GuardOptions): () => void {
  const all = new Set<Socket>();
  /** In the order in which they became idle, by the other end's address. */
  const idle = new Map<string, Socket>();
  const byName = new Map<string, Socket>();
  const underWay = new Set<string>();
  const makeRoom = (): void => {
    const [longest] = idle;
    if (all.size <= maxConnections || longest === undefined) return;
    idle.delete(longest[0]);
    onCutOff("made-room");
    longest[1].destroy();
  };
  server.on("connection", (socket: Socket) => {
    const name = nameOf(socket);
    all.add(socket);
    idle.set(name, socket);
    byName.set(name, socket);
    socket.once("close", () => {
      all.delete(socket);
      idle.delete(name);
      byName.delete(name);
      underWay.delete(name);
    });
    makeRoom();
  });
  server.on("request", (request: IncomingMessage, response: ServerResponse) => {
    const name = nameOf(request.socket);
    // Who is still sending a body counts as idle: a byte now and then must not keep others out.
    request.once("end", () => idle.delete(name));
    underWay.add(name);
    response.once("close", () => {
      underWay.delete(name);
      const connection = byName.get(name);
      if (connection?.destroyed === false) idle.set(name, connection);
    });
  });
  const tell = (error: NodeJS.ErrnoException, socket: Socket): void => {
    const why = nameCutOff(error.code ?? "");
    // Who goes away between two requests has done nothing.
    if (why === null || (why === "broke-off" && !underWay.has(nameOf(socket)))) return;
    onCutOff(why);
  };
  // Node answers by itself what is no HTTP or too slow, and ends the connection with that error.
  const isTls = server.listenerCount("secureConnection") > 0;
  server.on(isTls ? "secureConnection" : "connection", (socket: Socket) => socket.on("error", (error) => tell(error, socket)));
  if (isTls) server.on("tlsClientError", tell);
  return () => {
    for (const socket of all) socket.destroy();
  };
}

/** Over TLS a request's socket is another object than the connection's; the other end is the same. */
function nameOf({ remoteAddress, remotePort }: Socket): string {
  return `${remoteAddress}:${remotePort}`;
}
