import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { createHeldBytes } from "./connections/held-bytes.js";
import { readBody } from "./read-body.js";

interface Reading {
  readonly headers?: Readonly<Record<string, string>>;
  /** How many bytes may be held. */
  readonly mayHold?: number;
}

/** What a server reads of a body of at most 8 bytes: its text, or the status that it would answer with. */
async function read(send: (outgoing: ReturnType<typeof request>) => void, { headers = {}, mayHold = 100 }: Reading = {}): Promise<string | number> {
  let server = createServer();
  const seen = new Promise<string | number>((resolve) => {
    server = createServer((incoming, outgoing) => {
      readBody(incoming, 8, createHeldBytes(mayHold))
        .then(String, (error: { readonly status: number }) => error.status)
        .then((result) => {
          outgoing.destroy();
          resolve(result);
        });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const outgoing = request({ host: "127.0.0.1", port: (server.address() as AddressInfo).port, method: "PUT", headers });
  // The server hangs up.
  outgoing.on("error", () => {});
  send(outgoing);
  const result = await seen;
  server.close();
  server.closeAllConnections();
  return result;
}

test.each([
  { name: "as it was sent", body: "12345678", headers: {}, result: "12345678" },
  { name: "whatever is said of its encoding", body: "12345678", headers: { "content-encoding": "aws-chunked" }, result: "12345678" },
  { name: "a byte too many, as its length says", body: "123456789", headers: { "content-length": "9" }, result: 413 },
  { name: "a byte too many, in chunks", body: "123456789", headers: { "transfer-encoding": "chunked" }, result: 413 },
  { name: "more than may be held for all together", body: "12345678", headers: {}, mayHold: 7, result: 503 },
])("$name", async ({ body, result, ...reading }) => {
  expect(await read((outgoing) => outgoing.end(body), reading)).toBe(result);
});

test("who goes away in the middle is told 400, if anything", async () => {
  const result = await read(
    (outgoing) => {
      outgoing.write("123", () => outgoing.destroy());
    },
    { headers: { "content-length": "8" } },
  );
  expect(result).toBe(400);
});
