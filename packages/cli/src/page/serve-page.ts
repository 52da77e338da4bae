import { createServer, type Server } from "node:http";

/** What every answer says: nothing is kept, nobody else frames or reads it. */
const HEADERS = {
  "cache-control": "no-store",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
} as const;

/** A page that is served. */
export interface ServedPage {
  /** With its port: `http://127.0.0.1:41234/`. */
  readonly url: string;
  close(): Promise<void>;
}

/** Serves a page on this machine alone, at a port that the system chooses. Whoever asks for another host name than the loopback's gets nothing. */
export async function servePage(page: string): Promise<ServedPage> {
  const server: Server = createServer((request, response) => {
    const host = request.headers.host ?? "";
    if (!/^(127\.0\.0\.1|localhost):\d+$/.test(host)) return void response.writeHead(421, HEADERS).end();
    if (request.method !== "GET" || new URL(request.url ?? "/", "http://localhost").pathname !== "/") return void response.writeHead(404, HEADERS).end();
    response.writeHead(200, { ...HEADERS, "content-type": "text/html; charset=utf-8" }).end(page);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("a server at a port has an address with a port");
  return {
    url: `http://127.0.0.1:${address.port}/`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
