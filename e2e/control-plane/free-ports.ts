/** Ports of loopback that nobody listens on, for programs that cannot say which one they took. */
import { type AddressInfo, createServer, type Server } from "node:net";

/**
 * Finds ports; all are held at once, so that they differ.
 *
 * @example const [etcd, peers] = await freePorts(2);
 */
export async function freePorts(count: number): Promise<readonly number[]> {
  const servers = await Promise.all(Array.from({ length: count }, listen));
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}

function listen(): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => resolve(server));
  });
}
