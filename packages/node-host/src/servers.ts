import { createServer as createHttpServer, type Server } from "node:http";
import { createServer as createHttpsServer } from "node:https";
import type { AddressInfo } from "node:net";
import { createSecureContext } from "node:tls";
import type { HostDirectory } from "@irsa-sim/core";
import type { Correlation } from "./correlation.js";
import { createHostApp } from "./host-app.js";

/** The ports that the simulated hosts share. */
export interface Ports {
  readonly http: number;
  readonly https: number;
}

/** Running servers. */
export interface Servers {
  readonly ports: Ports;
  close(): Promise<void>;
}

/** Starts both servers; which host a request is for is told by SNI and the Host header. */
export async function startServers(hosts: HostDirectory, correlation: Correlation): Promise<Servers> {
  const app = createHostApp(hosts, correlation);
  const servers = {
    http: createHttpServer(app),
    https: createHttpsServer({ SNICallback: (name, done) => answerSni(hosts, name, done) }, app),
  };
  const [http, https] = await Promise.all([listen(servers.http), listen(servers.https)]);
  return { ports: { http, https }, close: async () => void (await Promise.all([close(servers.http), close(servers.https)])) };
}

function answerSni(hosts: HostDirectory, name: string, done: (error: Error | null, context?: ReturnType<typeof createSecureContext>) => void): void {
  const certificate = hosts.resolve(name)?.certificate;
  if (certificate === undefined) done(new Error(`no certificate for ${name}`));
  else done(null, createSecureContext({ cert: certificate.chain.join(""), key: certificate.privateKey }));
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => resolve((server.address() as AddressInfo).port));
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
    server.closeAllConnections();
  });
}
