/** A server that takes every request, and a proxy before it: what a client has sent, as whom, and on which way. */
import { createServer as createHttpServer, type Server as HttpServer } from "node:http";
import { createServer, type Server as HttpsServer } from "node:https";
import { type AddressInfo, connect, type Socket } from "node:net";
import type { TLSSocket } from "node:tls";
import { generateRsaKey, issueCertificate } from "../../packages/core/src/index.js";

/** How one request came. */
export interface Heard {
  readonly authorization: string | null;
  /** In the order in which they came, with names in lower case. */
  readonly impersonation: readonly (readonly [string, string])[];
  /** The common name of the client's certificate. */
  readonly certificate: string | null;
  readonly serverName: string | null;
  /** What the proxy was asked: the target, and as whom; `null` when the request came straight. */
  readonly proxy: { readonly target: string; readonly authorization: string | null } | null;
}

/** A server, its proxies, and who they trust. */
export interface RecordingServer extends AsyncDisposable {
  readonly url: string;
  /** `http://127.0.0.1:PORT`. */
  readonly proxy: string;
  /** The same with TLS. */
  readonly tlsProxy: string;
  /** PEM, as base64. */
  readonly roots: string;
  /** A client's certificate and its key; PEM, as base64. */
  readonly client: { readonly certificate: string; readonly key: string };
  /** A key that belongs to nobody; PEM, as base64. */
  readonly otherKey: string;
  /** What came last; `null` when nothing has come since this was asked. */
  last(): Heard | null;
}

const DAY_MS = 86_400_000;

/** Starts one, on free ports of 127.0.0.1. */
export async function startRecordingServer(): Promise<RecordingServer> {
  const privateKey = await generateRsaKey();
  const validity = { notBefore: new Date(Date.now() - DAY_MS), notAfter: new Date(Date.now() + DAY_MS) };
  const root = issueCertificate({ commonName: "root", hosts: [], privateKey, validity, serialNumber: "01" });
  const issue = (commonName: string, hosts: readonly string[], serialNumber: string): string =>
    issueCertificate({ commonName, hosts, privateKey, validity, serialNumber }, { certificate: root, privateKey });
  const own = { key: privateKey, cert: issue("server", ["127.0.0.1", "k8s.test"], "02") };
  let heard: Heard | null = null;
  /** By the port from which the proxy calls the server. */
  const tunnels = new Map<number, NonNullable<Heard["proxy"]>>();
  const server = createServer({ ...own, requestCert: true, rejectUnauthorized: false }, (request, response) => {
    const socket = request.socket as TLSSocket;
    const raw = request.rawHeaders;
    const pairs = raw.flatMap((name, index) => (index % 2 === 0 ? [[name.toLowerCase(), raw[index + 1] ?? ""] as const] : []));
    heard = {
      authorization: request.headers.authorization ?? null,
      impersonation: pairs.filter(([name]) => name.startsWith("impersonate-")).toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)),
      certificate: (socket.getPeerCertificate().subject?.CN as string | undefined) ?? null,
      serverName: socket.servername || null,
      proxy: tunnels.get(socket.remotePort ?? 0) ?? null,
    };
    response.writeHead(200, { "content-type": "application/json" }).end("{}");
  });
  const [proxy, tlsProxy] = [createHttpServer(), createServer(own)] as const;
  for (const one of [proxy, tlsProxy])
    one.on("connect", ({ url = "", headers }, near: Socket) => {
      const [host = "", port = ""] = url.split(":");
      const far = connect(Number(port), host, () => {
        tunnels.set(far.localPort ?? 0, { target: url, authorization: headers["proxy-authorization"] ?? null });
        near.write("HTTP/1.1 200 Connection established\r\n\r\n");
        far.pipe(near).pipe(far);
      });
      for (const side of [near, far]) side.on("error", () => side.destroy());
    });
  const [url, proxyUrl, tlsProxyUrl] = await Promise.all([listen(server), listen(proxy), listen(tlsProxy)]);
  return {
    ...{ url: `https://${url}`, proxy: `http://${proxyUrl}`, tlsProxy: `https://${tlsProxyUrl}` },
    roots: btoa(root),
    client: { certificate: btoa(issue("jane", [], "03")), key: btoa(privateKey) },
    otherKey: btoa(await generateRsaKey()),
    last: () => {
      const found = heard;
      heard = null;
      return found;
    },
    [Symbol.asyncDispose]: async () => {
      await Promise.all([server, proxy, tlsProxy].map(end));
    },
  };
}

async function listen(server: HttpServer | HttpsServer): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function end(server: HttpServer | HttpsServer): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeAllConnections();
  return closed;
}
