/** The simulated AWS on plain HTTP ports of 127.0.0.1, for real clients that are told where the endpoints are. */
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { HOSTS, type Service, type SimulatedAws } from "./simulated-aws.js";

/** Running endpoints. */
export interface Endpoints {
  /** `http://127.0.0.1:PORT` by service. */
  readonly urls: Readonly<Record<Service, string>>;
  close(): void;
}

/** Starts one server a service. */
export async function startEndpoints(aws: SimulatedAws): Promise<Endpoints> {
  const servers = await Promise.all((Object.keys(HOSTS) as Service[]).map(async (service) => [service, await serve(aws, service)] as const));
  return {
    urls: Object.fromEntries(servers.map(([service, server]) => [service, `http://127.0.0.1:${(server.address() as AddressInfo).port}`])) as Record<
      Service,
      string
    >,
    close: () => {
      for (const [, server] of servers) server.close();
    },
  };
}

function serve(aws: SimulatedAws, service: Service): Promise<Server> {
  const server = createServer(async (incoming, outgoing) => {
    const body = await readBody(incoming);
    const headers = Object.fromEntries(
      Object.entries(incoming.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(", ") : (value ?? "")]),
    );
    // The handler sees the host that DNS would have led from; what is signed is the header.
    const response = await aws.handle(service, { method: incoming.method ?? "", url: `https://${HOSTS[service]}${incoming.url}`, headers, body });
    outgoing.writeHead(response.status, response.headers).end(response.body);
  });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => resolve(server));
  });
}

async function readBody(incoming: IncomingMessage): Promise<string | Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  return bytes.equals(Buffer.from(bytes.toString())) ? bytes.toString() : new Uint8Array(bytes);
}
