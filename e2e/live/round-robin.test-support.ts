import { fail } from "node:assert";
import { connect, createServer, type Socket } from "node:net";

/** One address in front of several ports of this machine: each connection goes to the next, or to the one behind it when nobody listens there. */
export interface RoundRobin extends AsyncDisposable {
  readonly url: string;
  /** How many connections each port has taken. */
  readonly taken: readonly number[];
}

/** Opens the address. */
export async function openRoundRobin(ports: readonly number[]): Promise<RoundRobin> {
  const taken = ports.map(() => 0);
  const open = new Set<Socket>();
  let next = 0;
  const forward = (client: Socket, { from, attempt }: { readonly from: number; readonly attempt: number }): void => {
    const index = (from + attempt) % ports.length;
    const upstream = connect(ports[index] ?? fail("a port"), "127.0.0.1");
    upstream.once("connect", () => {
      taken[index] = (taken[index] ?? 0) + 1;
      client.pipe(upstream).pipe(client);
    });
    upstream.once("error", () => {
      if (upstream.bytesWritten === 0 && attempt + 1 < ports.length) forward(client, { from, attempt: attempt + 1 });
      else client.destroy();
    });
    upstream.once("close", () => {
      if (upstream.bytesRead > 0) client.end();
    });
    open.add(upstream);
  };
  const server = createServer((client) => {
    open.add(client);
    client.on("error", () => client.destroy());
    forward(client, { from: next, attempt: 0 });
    next += 1;
  });
  const port = await new Promise<number>((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : fail("an address"));
    });
  });
  return {
    url: `http://127.0.0.1:${port}`,
    taken,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        for (const socket of open) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
