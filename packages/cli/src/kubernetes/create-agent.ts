/** Connections to an API server, straight or through a proxy. */
import { Agent as HttpAgent, request as httpRequest } from "node:http";
import { type AgentOptions, Agent as HttpsAgent, request as httpsRequest } from "node:https";
import { isIP, type Socket } from "node:net";
import { NetworkError } from "@irsa-sim/core";
import type { ClientCertificate, Connection } from "./connection.js";

/** How a connection is made. */
type Way = Pick<Connection, "server" | "roots" | "skipsVerification" | "serverName" | "proxy">;

const TIMEOUT_MS = 10_000;

/** Creates what keeps connections, which are made as the certificate's owner where there is one. */
export function createAgent({ server, roots, skipsVerification, serverName, proxy }: Way, clientCertificate: ClientCertificate | null): HttpAgent {
  if (!server.startsWith("https:")) return new HttpAgent({ keepAlive: true });
  const options = {
    ...{ keepAlive: true, rejectUnauthorized: !skipsVerification },
    ...(roots === null ? {} : { ca: roots }),
    ...(clientCertificate === null ? {} : { cert: clientCertificate.certificate, key: clientCertificate.privateKey }),
    ...(serverName === null ? {} : { servername: serverName }),
  };
  if (proxy === null) return new HttpsAgent(options);
  const agent = new HttpsAgent(options);
  const straight = agent.createConnection.bind(agent);
  agent.createConnection = (to, done) => {
    const target = `${isIP(to.host ?? "") === 6 ? `[${to.host}]` : to.host}:${to.port ?? 443}`;
    askForTunnel({ proxy, tls: options }, target).then(
      // TLS is spoken through the socket that the proxy has opened.
      (socket) => done?.(null, straight({ ...to, socket } as Parameters<typeof straight>[0]) as Socket),
      (error: Error) => done?.(error, undefined as unknown as Socket),
    );
    return undefined;
  };
  return agent;
}

/** A connection to `HOST:PORT` behind a proxy, which is trusted as the server is. */
function askForTunnel({ proxy, tls }: { readonly proxy: URL; readonly tls: AgentOptions }, target: string): Promise<Socket> {
  const { protocol, hostname, port, username, password } = proxy;
  const basic = Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`).toString("base64");
  const headers = { host: target, ...(username === "" ? {} : { "proxy-authorization": `Basic ${basic}` }) };
  const isTls = protocol === "https:";
  const host = hostname.replaceAll(/[[\]]/g, "");
  const options = { host, port: port || (isTls ? 443 : 80), method: "CONNECT", path: target, headers, agent: false as const, timeout: TIMEOUT_MS };
  const problem = (found: string, code: "ECONNREFUSED" | "ETIMEDOUT" = "ECONNREFUSED"): NetworkError =>
    new NetworkError(code, `the proxy ${protocol}//${proxy.host}: ${found}`);
  return new Promise((resolve, reject) => {
    const outgoing = isTls ? httpsRequest({ ...tls, ...options }) : httpRequest(options);
    outgoing.on("connect", ({ statusCode, statusMessage }, socket: Socket) => {
      if (statusCode === 200) return resolve(socket);
      socket.destroy();
      reject(problem(`HTTP ${statusCode} ${statusMessage ?? ""}`.trim()));
    });
    outgoing.on("response", (incoming) => {
      incoming.resume();
      reject(problem(`HTTP ${incoming.statusCode} ${incoming.statusMessage ?? ""}`.trim()));
    });
    outgoing.on("timeout", () => outgoing.destroy(problem(`no answer within ${TIMEOUT_MS / 1000} s`, "ETIMEDOUT")));
    outgoing.on("error", (error) => reject(error instanceof NetworkError ? error : problem(error.message)));
    outgoing.end();
  });
}
